using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using HotChocolate.AspNetCore;
using HotChocolate.AspNetCore.Subscriptions;
using HotChocolate.AspNetCore.Subscriptions.Protocols;
using Microsoft.Extensions.DependencyInjection;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Transport;

/// <summary>The protocol graphql-transport-ws, message by message.</summary>
public sealed class SocketTests
{
    private const string Init = """{"type":"connection_init"}""";
    private const string Staying = """{"id":"1","type":"subscribe","payload":{"query":"subscription { onCount(to: 1, andStay: true) }"}}""";
    private static readonly TransportTiming Usual = TransportTiming.Default(TimeProvider.System);

    [Theory]
    [InlineData("subscription { onCount(to: 2) }", """{"type":"next","id":"1","payload":{"data":{"onCount":1}}}""", """{"type":"next","id":"1","payload":{"data":{"onCount":2}}}""", """{"type":"complete","id":"1"}""")]
    [InlineData("{ greeting }", """{"type":"next","id":"1","payload":{"data":{"greeting":"Hello world"}}}""", """{"type":"complete","id":"1"}""")]
    [InlineData("mutation { raise(by: 3) }", """{"type":"next","id":"1","payload":{"data":{"raise":3}}}""", """{"type":"complete","id":"1"}""")]
    public async Task Operation_is_answered_and_completed(string query, params string[] messages)
    {
        await using var app = await TransportApp.StartAsync();
        using var socket = await app.ConnectAsync();
        await socket.InitialiseAsync();
        await socket.SendAsync($$$"""{"id":"1","type":"subscribe","payload":{"query":"{{{query}}}"}}""");
        foreach (var message in messages)
            Assert.Equal(message, (await socket.ReceiveAsync())?.GetRawText());
    }

    [Fact]
    public async Task Operation_that_is_refused_ends_with_its_errors()
    {
        await using var app = await TransportApp.StartAsync();
        using var socket = await app.ConnectAsync();
        await socket.InitialiseAsync();
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ nothing }"}}""");
        var message = (await socket.ReceiveAsync())!.Value;
        Assert.Equal(("error", "1"), (message.GetProperty("type").GetString(), message.GetProperty("id").GetString()));
        Assert.NotEmpty(message.GetProperty("payload")[0].GetProperty("message").GetString()!);
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ greeting }"}}""");
        Assert.Equal("next", (await socket.ReceiveAsync())!.Value.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Id_and_place_of_an_operation_are_free_once_its_end_is_read()
    {
        await using var app = await TransportApp.StartAsync();
        using var socket = await app.ConnectAsync();
        await socket.InitialiseAsync();
        for (var id = 1; id < SocketOperations.Most; id++)
            await socket.SendAsync(Staying.Replace("\"1\"", $"\"{id}\""));
        await Eventually.IsTrueAsync(() => app.Presence.Here == SocketOperations.Most - 1, "one place is left");
        for (var round = 0; round < 200; round++)
        {
            var isGood = round % 2 == 0;
            await socket.SendAsync($$$"""{"id":"last","type":"subscribe","payload":{"query":"{ {{{(isGood ? "greeting" : "nothing")}}} }"}}""");
            string[] seen = isGood ? ["next", "complete"] : ["error"];
            foreach (var expected in seen)
                Assert.Equal(expected, await NextTypeOfAsync(socket, "last"));
        }
    }

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
        await socket.SendAsync(Init);
        Assert.Equal(4403, await socket.CloseCodeAsync());
        told.Set();
    }

    [Fact]
    public async Task Operations_run_side_by_side_and_each_is_ended_by_its_complete()
    {
        await using var app = await TransportApp.StartAsync();
        using var socket = await app.ConnectAsync();
        await socket.InitialiseAsync();
        for (var id = 1; id <= 3; id++)
            await socket.SendAsync(Staying.Replace("\"1\"", $"\"{id}\""));
        await Eventually.IsTrueAsync(() => app.Presence.Here == 3, "three run at once");
        await socket.SendAsync("""{"id":"2","type":"complete"}""");
        await Eventually.IsTrueAsync(() => app.Presence.Here == 2, "one ends");
        await socket.SendAsync("""{"id":"unknown","type":"complete"}""");
        await socket.SendAsync(Staying.Replace("\"1\"", "\"2\""));
        await Eventually.IsTrueAsync(() => app.Presence.Here == 3, "its id can be used again");
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
    [InlineData(4400, Init, """{"type":"subscribe","payload":{"query":"{ greeting }"}}""")]
    [InlineData(4400, Init, """{"id":"","type":"subscribe","payload":{"query":"{ greeting }"}}""")]
    [InlineData(4400, Init, """{"id":"1","type":"subscribe"}""")]
    [InlineData(4400, Init, """{"id":"1","type":"subscribe","payload":{"query":7}}""")]
    [InlineData(4401, """{"id":"1","type":"subscribe","payload":{"query":"{ greeting }"}}""")]
    [InlineData(4409, Init, Staying, Staying)]
    [InlineData(4429, Init, Init)]
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
            await binary.SendAsync(Encoding.UTF8.GetBytes(Init), WebSocketMessageType.Binary);
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
    public async Task Operations_beyond_the_limit_are_refused_one_by_one()
    {
        await using var app = await TransportApp.StartAsync();
        using var socket = await app.ConnectAsync();
        await socket.InitialiseAsync();
        for (var id = 0; id <= SocketOperations.Most; id++)
            await socket.SendAsync(Staying.Replace("\"1\"", $"\"{id}\""));
        JsonElement message;
        do
        {
            message = (await socket.ReceiveAsync())!.Value;
        }
        while (message.GetProperty("type").GetString() != "error");
        Assert.Equal($"{SocketOperations.Most}", message.GetProperty("id").GetString());
        // Those within the limit may still be beginning when the refusal comes.
        await Eventually.IsTrueAsync(() => app.Presence.Here == SocketOperations.Most, "the operations within the limit begin");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Connection_that_ends_leaves_no_handler_behind(bool inGoodOrder)
    {
        await using var app = await TransportApp.StartAsync();
        using var socket = await app.ConnectAsync();
        await socket.InitialiseAsync();
        await socket.SendAsync(Staying);
        await Eventually.IsTrueAsync(() => app.Presence.Here == 1, "the subscription begins");
        if (inGoodOrder)
            await socket.CloseAsync();
        else
            socket.Abort();
        await Eventually.IsTrueAsync(() => app.Presence.Here == 0, "the subscription ends");
    }

    [Fact]
    public async Task Client_that_does_not_read_is_waited_for_and_then_let_go()
    {
        await using var app = await TransportApp.StartAsync(timing: Usual with { SlowReader = TimeSpan.FromMilliseconds(500) });
        using var socket = await app.ConnectAsync();
        await socket.InitialiseAsync();
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"subscription { onLetters(length: 50000) }"}}""");
        await Eventually.IsTrueAsync(() => app.Presence.Events > 0, "events come");
        await Eventually.IsTrueAsync(() => app.Presence.Here == 0, "the subscription ends");
        Assert.InRange(app.Presence.Events, 1, 2000); // no more than the system's own buffers hold
    }

    [Fact]
    public async Task Connection_is_closed_when_the_server_stops()
    {
        await using var app = await TransportApp.StartAsync();
        using var socket = await app.ConnectAsync();
        await socket.InitialiseAsync();
        await socket.SendAsync(Staying);
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
        await guest.SendAsync(Staying);
        await Eventually.IsTrueAsync(() => app.Presence.Here == 1, "the subscription begins");
        await Doorkeeper.Latest!.CloseAsync("It is late.", 4403, CancellationToken.None);
        Assert.Equal(4403, await guest.CloseCodeAsync());
        await Eventually.IsTrueAsync(() => app.Presence.Here == 0 && Doorkeeper.Left == 2, "the subscription ends and the interceptor hears of it");
        await Doorkeeper.Latest.CloseAsync("It is later still.", 4403, CancellationToken.None);
    }

    private static async Task<string?> NextTypeOfAsync(RawSocket socket, string id)
    {
        while (true)
        {
            var message = (await socket.ReceiveAsync())!.Value;
            if (message.GetProperty("id").GetString() == id)
                return message.GetProperty("type").GetString();
        }
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
