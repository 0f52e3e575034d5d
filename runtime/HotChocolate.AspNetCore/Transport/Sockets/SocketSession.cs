using System.Net.WebSockets;

namespace HotChocolate.AspNetCore.Subscriptions;

/// <summary>Reads a client's messages (protocol graphql-transport-ws) until either side ends the connection.</summary>
internal sealed class SocketSession(
    SocketConnection connection, ISocketSessionInterceptor interceptor, SocketOperations operations, TimeSpan initialisationTimeout, TransportTiming timing)
    : ISocketSession
{
    private bool _isInitialised;
    private bool _isAcknowledged;

    public ISocketConnection Connection => connection;

    public async Task RunAsync(int maxMessageBytes)
    {
        using var message = new PooledBytes(maxMessageBytes);
        await using var timer = timing.Clock.CreateTimer(
            _ => _ = CloseIfSilentAsync(), null, initialisationTimeout, Timeout.InfiniteTimeSpan);
        try
        {
            while (await connection.ReadAsync(message) && await HandleAsync(message.Written))
            {
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            // The client is gone.
        }
        finally
        {
            await connection.CloseAsync("", ConnectionCloseReason.NormalClosure, CancellationToken.None);
            await operations.EndAsync();
            await interceptor.OnCloseAsync(this, CancellationToken.None);
            await connection.AwaitGoodbyeAsync(message);
        }
    }

    /// <returns>Whether the connection stays open.</returns>
    private async ValueTask<bool> HandleAsync(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var json = JsonText.Parse(text);
            return await HandleAsync(SocketMessage.Read(json.RootElement));
        }
        catch (RequestRefused refused)
        {
            return await CloseAsync(refused.Message, CloseCode.InvalidMessage);
        }
    }

    private async ValueTask<bool> HandleAsync(SocketMessage message)
    {
        switch (message.Type)
        {
            case SocketMessage.ConnectionInit:
                return await InitialiseAsync(message);
            case SocketMessage.Ping:
                await connection.SendAsync(SocketMessages.WritePong, message.Payload, connection.RequestAborted);
                return true;
            case SocketMessage.Pong:
                return true;
            case SocketMessage.Subscribe when !_isAcknowledged:
                return await CloseAsync("Unauthorized", CloseCode.Unauthorized);
            case SocketMessage.Subscribe:
                return await operations.TryStartAsync(message.Id!, message.Payload)
                    || await CloseAsync($"Subscriber for {message.Id} already exists", CloseCode.SubscriberAlreadyExists);
            case SocketMessage.Complete:
                operations.Complete(message.Id!);
                return true;
            default:
                return await CloseAsync($"There is no message '{message.Type}'.", CloseCode.InvalidMessage);
        }
    }

    private async ValueTask<bool> InitialiseAsync(SocketMessage message)
    {
        if (_isInitialised)
            return await CloseAsync("Too many initialisation requests", CloseCode.TooManyInitialisationRequests);
        _isInitialised = true;
        var status = await interceptor.OnConnectAsync(this, message, connection.RequestAborted);
        if (!status.Accepted)
            return await CloseAsync(status.Message, CloseCode.Unauthorized);
        _isAcknowledged = true;
        await connection.SendAsync(SocketMessages.WriteAcknowledgement, true, connection.RequestAborted);
        return true;
    }

    private async Task CloseIfSilentAsync()
    {
        if (!_isInitialised)
            await connection.CloseAsync("Connection initialisation timeout", CloseCode.InitialisationTimeout, CancellationToken.None);
    }

    private async ValueTask<bool> CloseAsync(string message, int reason)
    {
        await connection.CloseAsync(message, reason, CancellationToken.None);
        return false;
    }
}
