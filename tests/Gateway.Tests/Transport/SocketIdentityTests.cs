using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Training.Contracts;

namespace Training.Gateway.Tests;

/// <summary>Who speaks on a WebSocket connection, and for how long.</summary>
public sealed class SocketIdentityTests
{
    private const string Query = """{"id":"1","type":"subscribe","payload":{"query":"{ sites { nodes { code } } }"}}""";

    [Theory]
    [InlineData("authorization")]
    [InlineData("Authorization")]
    public async Task Token_in_the_payload_goes_along_to_the_services(string name)
    {
        var services = new AnsweringServices();
        await using var gateway = await GatewayUnderTest.StartAsync(services);
        using var socket = await ConnectAsync(gateway);
        var token = gateway.TokenOf(Role.Hr);
        await SendAsync(socket, JsonSerializer.Serialize(new { type = "connection_init", payload = new Dictionary<string, string> { [name] = $"Bearer {token}" } }));
        Assert.Equal("connection_ack", (await ReceiveAsync(socket))!.Value.GetProperty("type").GetString());
        await SendAsync(socket, Query);
        var next = (await ReceiveAsync(socket))!.Value;
        Assert.True(next.GetProperty("payload").TryGetProperty("data", out _), next.ToString());
        Assert.Equal($"Bearer {token}", services.LastHeaders?.GetValue("authorization"));
    }

    [Theory]
    [InlineData("""{"type":"connection_init"}""", "connection_init")]
    [InlineData("""{"type":"connection_init","payload":{"authorization":"Bearer nonsense"}}""", "Send the access token exactly")]
    [InlineData("""{"type":"connection_init","payload":{"authorization":7}}""", "connection_init")]
    public async Task Connection_without_a_good_token_is_closed_and_says_what_to_send(string message, string expected)
    {
        await using var gateway = await GatewayUnderTest.StartAsync(new AnsweringServices());
        using var socket = await ConnectAsync(gateway);
        await SendAsync(socket, message);
        Assert.Null(await ReceiveAsync(socket));
        Assert.Equal(4401, (int)socket.CloseStatus!.Value);
        Assert.Contains(expected, socket.CloseStatusDescription);
    }

    [Fact]
    public async Task Connection_is_closed_with_4403_when_its_token_expires()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(new AnsweringServices());
        using var socket = await ConnectAsync(gateway);
        await SendAsync(socket, JsonSerializer.Serialize(new { type = "connection_init", payload = new { authorization = $"Bearer {gateway.TokenOf(Role.Hr, lifetime: TimeSpan.FromSeconds(5))}" } }));
        Assert.Equal("connection_ack", (await ReceiveAsync(socket))!.Value.GetProperty("type").GetString());
        Assert.Null(await ReceiveAsync(socket));
        Assert.Equal(4403, (int)socket.CloseStatus!.Value);
        Assert.Contains("Connect again", socket.CloseStatusDescription);
    }

    private static async Task<ClientWebSocket> ConnectAsync(GatewayUnderTest gateway)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(gateway.Address) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<JsonElement?> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[64 * 1024];
        var length = 0;
        WebSocketReceiveResult read;
        do
        {
            read = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), patience.Token);
            length += read.Count;
        }
        while (!read.EndOfMessage);
        return read.MessageType == WebSocketMessageType.Close ? null : JsonDocument.Parse(buffer.AsMemory(0, length)).RootElement.Clone();
    }
}
