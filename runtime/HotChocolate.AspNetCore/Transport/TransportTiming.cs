namespace HotChocolate.AspNetCore;

/// <summary>How long a connection that stays open is waited for.</summary>
/// <param name="Clock">What times are measured by.</param>
/// <param name="SignOfLife">How often a silent event stream says that it still lives.</param>
/// <param name="SlowReader">How long a client may take to take what was sent to it, before it is let go.</param>
/// <param name="Goodbye">How long a closed WebSocket is waited for to close its side.</param>
internal sealed record TransportTiming(TimeProvider Clock, TimeSpan SignOfLife, TimeSpan SlowReader, TimeSpan Goodbye)
{
    public static TransportTiming Default(TimeProvider clock) =>
        new(clock, SignOfLife: TimeSpan.FromSeconds(12), SlowReader: TimeSpan.FromSeconds(15), Goodbye: TimeSpan.FromSeconds(5));
}
