using System.Text.Json;
using HotChocolate.AspNetCore;
using HotChocolate.AspNetCore.Subscriptions;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Transport;

/// <summary>The operations of the protocol graphql-transport-ws, message by message.</summary>
public sealed class SocketTests
{
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
            await socket.SendAsync(RawSocket.Staying.Replace("\"1\"", $"\"{id}\""));
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
    public async Task Operations_run_side_by_side_and_each_is_ended_by_its_complete()
    {
        await using var app = await TransportApp.StartAsync();
        using var socket = await app.ConnectAsync();
        await socket.InitialiseAsync();
        for (var id = 1; id <= 3; id++)
            await socket.SendAsync(RawSocket.Staying.Replace("\"1\"", $"\"{id}\""));
        await Eventually.IsTrueAsync(() => app.Presence.Here == 3, "three run at once");
        await socket.SendAsync("""{"id":"2","type":"complete"}""");
        await Eventually.IsTrueAsync(() => app.Presence.Here == 2, "one ends");
        await socket.SendAsync("""{"id":"unknown","type":"complete"}""");
        await socket.SendAsync(RawSocket.Staying.Replace("\"1\"", "\"2\""));
        await Eventually.IsTrueAsync(() => app.Presence.Here == 3, "its id can be used again");
    }

    [Fact]
    public async Task Operations_beyond_the_limit_are_refused_one_by_one()
    {
        await using var app = await TransportApp.StartAsync();
        using var socket = await app.ConnectAsync();
        await socket.InitialiseAsync();
        for (var id = 0; id <= SocketOperations.Most; id++)
            await socket.SendAsync(RawSocket.Staying.Replace("\"1\"", $"\"{id}\""));
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
        await socket.SendAsync(RawSocket.Staying);
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

    private static async Task<string?> NextTypeOfAsync(RawSocket socket, string id)
    {
        while (true)
        {
            var message = (await socket.ReceiveAsync())!.Value;
            if (message.GetProperty("id").GetString() == id)
                return message.GetProperty("type").GetString();
        }
    }
}
