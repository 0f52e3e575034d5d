using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HotChocolate.AspNetCore.Subscriptions;

/// <summary>Accepts WebSocket connections of the protocol graphql-transport-ws.</summary>
internal sealed class SocketEndpoint(
    RequestExecutor executor, TransportSettings settings, ISocketSessionInterceptor interceptor, IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime, ILogger<SocketEndpoint> logger)
{
    private const string Protocol = "graphql-transport-ws";

    public async Task AcceptAsync(HttpContext http)
    {
        var speaks = http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol, StringComparer.Ordinal);
        var sockets = settings.Server.Sockets;
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = speaks ? Protocol : null,
            KeepAliveInterval = sockets.KeepAliveInterval ?? Timeout.InfiniteTimeSpan,
            KeepAliveTimeout = settings.Timing.SlowReader,
        });
        await using var connection = new SocketConnection(socket, http, settings.Timing);
        await using var stopping = lifetime.ApplicationStopping.Register(
            () => _ = connection.CloseAsync("The server goes away.", CloseCode.GoingAway, CancellationToken.None));
        if (speaks)
        {
            var operations = new SocketOperations(connection, executor, scopes, logger);
            await new SocketSession(connection, interceptor, operations, sockets.ConnectionInitializationTimeout, settings.Timing).RunAsync(settings.MaxRequestBytes);
        }
        else
        {
            await connection.CloseAsync($"Speak the subprotocol {Protocol}.", CloseCode.SubprotocolNotAcceptable, CancellationToken.None);
            using var rest = new PooledBytes(settings.MaxRequestBytes);
            await connection.AwaitGoodbyeAsync(rest);
        }
    }
}
