using Google.Protobuf.WellKnownTypes;

namespace Training.Sanctions;

/// <summary>Instants as they are stored: whole microseconds.</summary>
internal static class StoredInstant
{
    private const long FirstSecond = -62_135_596_800;
    private const long LastSecond = 253_402_300_799;

    public static long ToMicroseconds(this Timestamp instant) => instant.Seconds * 1_000_000 + instant.Nanos / 1_000;

    /// <summary>The instant of a request; the beginning of all times where it holds none.</summary>
    public static DateTimeOffset Read(Timestamp? instant) =>
        instant is { Seconds: >= FirstSecond and <= LastSecond, Nanos: >= 0 and < 1_000_000_000 } ? Whole(instant.ToDateTimeOffset()) : default;

    private static DateTimeOffset Whole(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
