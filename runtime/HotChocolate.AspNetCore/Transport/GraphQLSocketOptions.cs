namespace HotChocolate.AspNetCore;

/// <summary>How long WebSocket connections are waited for.</summary>
public sealed class GraphQLSocketOptions
{
    /// <summary>From the handshake to the message <c>connection_init</c>; then the connection is closed with 4408. Default 10 s.</summary>
    public TimeSpan ConnectionInitializationTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a connection is asked whether somebody is still there; who does not answer is let go. <c>null</c> never asks. Default 5 s.</summary>
    public TimeSpan? KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(5);
}
