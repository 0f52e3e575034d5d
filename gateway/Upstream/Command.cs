using Grpc.Core;

namespace Training.Gateway;

/// <summary>A command takes effect once for each key of its caller. Who gives none gets a new one, and with it no protection against repetition.</summary>
internal static class Command
{
    private const string IdempotencyKey = "idempotency-key";

    public static Metadata Once(string? key, TimeProvider clock) =>
        new() { { IdempotencyKey, key ?? Guid.CreateVersion7(clock.GetUtcNow()).ToString() } };
}
