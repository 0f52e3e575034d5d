using HotChocolate.AspNetCore.Subscriptions;
using HotChocolate.AspNetCore.Subscriptions.Protocols;

namespace HotChocolate.AspNetCore;

/// <summary>Steps into the life of WebSocket connections. Derive from <see cref="DefaultSocketSessionInterceptor"/> rather than implement it.</summary>
public interface ISocketSessionInterceptor
{
    /// <summary>Decides on a connection, from its <c>connection_init</c>.</summary>
    /// <param name="session">The connection's session.</param>
    /// <param name="connectionInitMessage">What the client says of itself.</param>
    /// <param name="cancellationToken">Ends with the connection.</param>
    /// <returns>Whether it is accepted.</returns>
    ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default);

    /// <summary>Learns that a connection has ended, however it did.</summary>
    /// <param name="session">The connection's session.</param>
    /// <param name="cancellationToken">Not cancelled.</param>
    /// <returns>When it is done.</returns>
    ValueTask OnCloseAsync(ISocketSession session, CancellationToken cancellationToken = default);
}
