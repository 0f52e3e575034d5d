namespace Grpc.Net.Client.Internal;

/// <summary>A call's deadline as the clock sees it.</summary>
internal static class Deadline
{
    public static bool IsSet(DateTime? deadline) => deadline is { } value && value != DateTime.MaxValue;

    public static void Check(DateTime? deadline)
    {
        if (deadline is { } value && value.Kind != DateTimeKind.Utc && value != DateTime.MaxValue && value != DateTime.MinValue)
            throw new InvalidOperationException("Deadline must have DateTimeKind.Utc: convert it by ToUniversalTime().");
    }

    public static TimeSpan Left(DateTime deadline) => deadline - TimeProvider.System.GetUtcNow().UtcDateTime;
}
