using HotChocolate.AspNetCore.Subscriptions;
using HotChocolate.AspNetCore.Subscriptions.Protocols;

namespace HotChocolate.AspNetCore;

/// <summary>Steps into the life of WebSocket connections; derive from it and register it by <c>AddSocketSessionInterceptor</c>.</summary>
public class DefaultSocketSessionInterceptor
{
    /// <summary>Decides on a connection, from its <c>connection_init</c>.</summary>
    /// <param name="session">The connection's session.</param>
    /// <param name="connectionInitMessage">What the client says of itself.</param>
    /// <param name="cancellationToken">Ends with the connection.</param>
    /// <returns>Whether it is accepted; by default it is.</returns>
    public virtual ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default) =>
        new(ConnectionStatus.Accept());

    /// <summary>Learns that a connection has ended, however it did.</summary>
    /// <param name="session">The connection's session.</param>
    /// <param name="cancellationToken">Not cancelled.</param>
    /// <returns>When it is done.</returns>
    public virtual ValueTask OnCloseAsync(ISocketSession session, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
