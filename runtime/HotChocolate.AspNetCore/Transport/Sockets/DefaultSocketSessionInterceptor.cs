using HotChocolate.AspNetCore.Subscriptions;
using HotChocolate.AspNetCore.Subscriptions.Protocols;

namespace HotChocolate.AspNetCore;

/// <summary>Accepts every connection; derive from it to decide, and register it by <c>AddSocketSessionInterceptor</c>.</summary>
public class DefaultSocketSessionInterceptor : ISocketSessionInterceptor
{
    /// <inheritdoc/>
    public virtual ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default) =>
        new(ConnectionStatus.Accept());

    /// <inheritdoc/>
    public virtual ValueTask OnCloseAsync(ISocketSession session, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
