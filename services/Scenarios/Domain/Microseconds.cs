namespace Training.Scenarios;

/// <summary>Instants are stored and hashed as microseconds since 1970: what is told before it is stored must not be finer.</summary>
internal static class Microseconds
{
    public static DateTimeOffset ToMicrosecond(this DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));

    public static long SinceEpoch(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
