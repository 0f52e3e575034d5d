using System.Net.WebSockets;
using System.Text;
using HotChocolate.AspNetCore;
using HotChocolate.AspNetCore.Subscriptions;
using HotChocolate.AspNetCore.Subscriptions.Protocols;
using Microsoft.Extensions.DependencyInjection;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Transport;

/// <summary>How a connection of the protocol graphql-transport-ws begins and ends.</summary>
public sealed class SocketConnectionTests
{
    [Fact]
    public async Task First_reason_to_close_is_told_when_others_close_meanwhile()
    {
        using var told = new ManualResetEventSlim();
        await using var app = await TransportApp.StartAsync(server =>
        {
            server.Services.AddSingleton(told);
            server.AddSocketSessionInterceptor<Interrupter>();
        });
        using var socket = await app.ConnectAsync();
        await socket.SendAsync(RawSocket.Init);
        Assert.Equal(4403, await socket.CloseCodeAsync());
        told.Set();
    }

    [Fact]
    public async Task Ping_is_answered_with_its_payload_also_before_the_initialisation()
    {
        await using var app = await TransportApp.StartAsync();
        using var socket = await app.ConnectAsync();
        await socket.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", (await socket.ReceiveAsync())?.GetRawText());
        await socket.SendAsync("""{"type":"ping","payload":{"n":1}}""");
        Assert.Equal("""{"type":"pong","payload":{"n":1}}""", (await socket.ReceiveAsync())?.GetRawText());
        await socket.SendAsync("""{"type":"pong"}""");
        await socket.InitialiseAsync();
    }

    [Theory]
    [InlineData(4400, "no JSON")]
    [InlineData(4400, "[]")]
    [InlineData(4400, """{"type":7}""")]
    [InlineData(4400, """{"id":"1"}""")]
    [InlineData(4400, """{"type":"start"}""")]
    [InlineData(4400, """{"type":"complete"}""")]
    [InlineData(4400, """{"type":"ping","payload":"\ud800"}""")]
    [InlineData(4400, RawSocket.Init, """{"type":"subscribe","payload":{"query":"{ greeting }"}}""")]
    [InlineData(4400, RawSocket.Init, """{"id":"","type":"subscribe","payload":{"query":"{ greeting }"}}""")]
    [InlineData(4400, RawSocket.Init, """{"id":"1","type":"subscribe"}""")]
    [InlineData(4400, RawSocket.Init, """{"id":"1","type":"subscribe","payload":{"query":7}}""")]
    [InlineData(4401, """{"id":"1","type":"subscribe","payload":{"query":"{ greeting }"}}""")]
    [InlineData(4409, RawSocket.Init, RawSocket.Staying, RawSocket.Staying)]
    [InlineData(4429, RawSocket.Init, RawSocket.Init)]
    public async Task Connection_is_closed_when_the_client_breaks_the_protocol(int code, params string[] messages)
    {
        await using var app = await TransportApp.StartAsync();
        using var socket = await app.ConnectAsync();
        foreach (var message in messages)
            await socket.SendAsync(message);
        Assert.Equal(code, await socket.CloseCodeAsync());
        Assert.NotEmpty(socket.CloseReason!);
        await Eventually.IsTrueAsync(() => app.Presence.Here == 0, "nothing runs on");
    }

    [Fact]
    public async Task Connection_is_closed_when_a_message_is_binary_or_too_large()
    {
        await using var app = await TransportApp.StartAsync();
        using (var binary = await app.ConnectAsync())
        {
            await binary.SendAsync(Encoding.UTF8.GetBytes(RawSocket.Init), WebSocketMessageType.Binary);
            Assert.Equal(4400, await binary.CloseCodeAsync());
        }

        using var large = await app.ConnectAsync();
        await large.SendAsync($$"""{"type":"ping","payload":"{{new string('x', TransportApp.MaxRequestBytes)}}"}""");
        Assert.Equal(1009, await large.CloseCodeAsync());
    }

    [Theory]
    [InlineData("graphql-ws")]
    [InlineData(null)]
    public async Task Connection_is_closed_when_the_client_does_not_speak_the_protocol(string? protocol)
    {
        await using var app = await TransportApp.StartAsync();
        using var socket = await app.ConnectAsync(protocol);
        Assert.Equal(4406, await socket.CloseCodeAsync());
    }

    [Fact]
    public async Task Connection_is_closed_when_nobody_initialises_it_in_time()
    {
        await using var app = await TransportApp.StartAsync(
            server => server.ModifyServerOptions(options => options.Sockets.ConnectionInitializationTimeout = TimeSpan.FromMilliseconds(50)));
        using var socket = await app.ConnectAsync();
        Assert.Equal(4408, await socket.CloseCodeAsync());
    }

    [Fact]
    public async Task Handshake_is_refused_and_says_why_when_the_app_has_no_WebSockets()
    {
        await using var app = await TransportApp.StartAsync(useWebSockets: false);
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => app.ConnectAsync());
        Assert.Contains("400", refused.Message);
    }

    [Fact]
    public async Task Connection_is_closed_when_the_server_stops()
    {
        await using var app = await TransportApp.StartAsync();
        using var socket = await app.ConnectAsync();
        await socket.InitialiseAsync();
        await socket.SendAsync(RawSocket.Staying);
        var stopping = app.StopAsync();
        Assert.Equal(1001, await socket.CloseCodeAsync());
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, app.Presence.Here);
    }

    [Fact]
    public async Task Interceptor_decides_on_the_connection_and_can_close_it_later()
    {
        await using var app = await TransportApp.StartAsync(server => server.AddSocketSessionInterceptor<Doorkeeper>());
        using (var stranger = await app.ConnectAsync())
        {
            await stranger.SendAsync("""{"type":"connection_init","payload":{"word":"wrong"}}""");
            Assert.Equal(4401, await stranger.CloseCodeAsync());
            Assert.Equal("Say the word.", stranger.CloseReason);
        }

        using var guest = await app.ConnectAsync();
        await guest.SendAsync("""{"type":"connection_init","payload":{"word":"please"}}""");
        await guest.ReceiveAsync();
        await guest.SendAsync(RawSocket.Staying);
        await Eventually.IsTrueAsync(() => app.Presence.Here == 1, "the subscription begins");
        await Doorkeeper.Latest!.CloseAsync("It is late.", 4403, CancellationToken.None);
        Assert.Equal(4403, await guest.CloseCodeAsync());
        await Eventually.IsTrueAsync(() => app.Presence.Here == 0 && Doorkeeper.Left == 2, "the subscription ends and the interceptor hears of it");
        await Doorkeeper.Latest.CloseAsync("It is later still.", 4403, CancellationToken.None);
    }

    /// <summary>Closes the connection while it is being accepted; what it wakes by that holds it up until the client knows.</summary>
    private sealed class Interrupter(ManualResetEventSlim told) : DefaultSocketSessionInterceptor
    {
        public override async ValueTask<ConnectionStatus> OnConnectAsync(
            ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default)
        {
            var closing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            cancellationToken.Register(() =>
            {
                closing.SetResult();
                told.Wait(TimeSpan.FromSeconds(20), CancellationToken.None);
            });
            _ = Task.Run(() => session.Connection.CloseAsync("expired", 4403, CancellationToken.None), CancellationToken.None);
            await closing.Task;
            return ConnectionStatus.Accept();
        }
    }

    private sealed class Doorkeeper : DefaultSocketSessionInterceptor
    {
        private static int _left;

        public static ISocketConnection? Latest { get; private set; }

        public static int Left => Volatile.Read(ref _left);

        public override ValueTask<ConnectionStatus> OnConnectAsync(
            ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default)
        {
            Latest = session.Connection;
            return new(connectionInitMessage.Payload?.GetProperty("word").GetString() == "please" ? ConnectionStatus.Accept() : ConnectionStatus.Reject("Say the word."));
        }

        public override ValueTask OnCloseAsync(ISocketSession session, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _left);
            return ValueTask.CompletedTask;
        }
    }
}
