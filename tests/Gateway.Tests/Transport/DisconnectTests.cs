using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using Training.Contracts;

namespace Training.Gateway.Tests;

/// <summary>A client that leaves ends the calls that were made for it.</summary>
public sealed class DisconnectTests
{
    private const string Query = "{ organisation { name } }";
    private const string Campaign = "Q2FtcGFpZ246MDE5OWYxYzItN2EzYi03YzRkLThlNWYtMDEyMzQ1Njc4OWFi";
    private const string Subscription = $"subscription {{ campaignProgress(campaignId: \"{Campaign}\") {{ __typename }} }}";

    [Theory]
    [InlineData(Query, "application/json")]
    [InlineData(Query, "text/event-stream")]
    [InlineData(Subscription, "text/event-stream")]
    public async Task Http_client_that_leaves_ends_the_call(string query, string accept)
    {
        var services = new SilentServices();
        await using var gateway = await GatewayUnderTest.StartAsync(services);
        using var client = new HttpClient { BaseAddress = gateway.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", gateway.TokenOf(Role.Hr));
        client.DefaultRequestHeaders.Accept.ParseAdd(accept);
        using var content = JsonContent.Create(new { query });
        var asking = client.PostAsync("graphql", content);
        await Eventually.IsTrueAsync(() => services.Here == 1, "the service is asked");
        client.CancelPendingRequests();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await Eventually.IsTrueAsync(() => services.Here == 0, "the call is cancelled");
    }

    [Theory]
    [InlineData(Query, true)]
    [InlineData(Query, false)]
    [InlineData(Subscription, true)]
    [InlineData(Subscription, false)]
    public async Task WebSocket_client_that_leaves_or_completes_ends_the_call(string query, bool leaves)
    {
        var services = new SilentServices();
        await using var gateway = await GatewayUnderTest.StartAsync(services);
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(gateway.Address) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        await SendAsync(socket, new { type = "connection_init", payload = new { authorization = $"Bearer {gateway.TokenOf(Role.Hr)}" } });
        await SendAsync(socket, new { id = "1", type = "subscribe", payload = new { query } });
        // "subscribe" before the acknowledgement would break the protocol; the server reads the one after it has answered the other.
        await Eventually.IsTrueAsync(() => services.Here == 1, "the service is asked");
        if (leaves)
            socket.Abort();
        else
            await SendAsync(socket, new { id = "1", type = "complete" });
        await Eventually.IsTrueAsync(() => services.Here == 0, "the call is cancelled");
    }

    private static Task SendAsync(ClientWebSocket socket, object message) => socket.SendAsync(
        Encoding.UTF8.GetBytes(global::System.Text.Json.JsonSerializer.Serialize(message)), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
