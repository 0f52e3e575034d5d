using System.Net;
using System.Net.Http;
using HotChocolate.AspNetCore;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Transport;

/// <summary>GraphQL over server-sent events.</summary>
public sealed class EventStreamTests
{
    private const string EventStream = "text/event-stream";
    private static readonly TransportTiming Usual = TransportTiming.Default(TimeProvider.System);

    [Theory]
    [InlineData("""{"query":"subscription { onCount(to: 2) }"}""", "event: next\ndata: {\"data\":{\"onCount\":1}}\n\nevent: next\ndata: {\"data\":{\"onCount\":2}}\n\nevent: complete\ndata:\n\n")]
    [InlineData("""{"query":"{ greeting }"}""", "event: next\ndata: {\"data\":{\"greeting\":\"Hello world\"}}\n\nevent: complete\ndata:\n\n")]
    public async Task Results_are_events_and_the_end_is_told(string body, string events)
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.PostAsync(body, EventStream);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(events, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Refusal_is_an_event_too()
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.PostAsync("""{"query":"subscription { nothing }"}""", EventStream);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("event: next\ndata: {\"errors\":[", text);
        Assert.EndsWith("event: complete\ndata:\n\n", text);
    }

    [Fact]
    public async Task Subscription_can_be_asked_for_by_Get()
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.SendAsync(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("subscription { onCount(to: 1) }"), EventStream);
        Assert.Contains("{\"data\":{\"onCount\":1}}", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Silent_stream_says_that_it_lives()
    {
        await using var app = await TransportApp.StartAsync(timing: Usual with { SignOfLife = TimeSpan.FromMilliseconds(20) });
        using var response = await app.PostAsync("""{"query":"subscription { onCount(to: 1, andStay: true) }"}""", EventStream);
        await using var stream = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(stream);
        var lines = new List<string?>();
        // A sign may come before the event; three come after it.
        while (lines.LastIndexOf("") is var end && (end < 0 || lines.Skip(end).Count(line => line == ":") < 3))
            lines.Add(await reader.ReadLineAsync() ?? throw new EndOfStreamException());
        Assert.Equal(["event: next", "data: {\"data\":{\"onCount\":1}}", ""], lines.Where(line => line != ":"));
    }

    [Fact]
    public async Task Client_that_leaves_ends_the_subscription()
    {
        await using var app = await TransportApp.StartAsync();
        using (var response = await app.PostAsync("""{"query":"subscription { onCount(to: 1, andStay: true) }"}""", EventStream))
            await Eventually.IsTrueAsync(() => app.Presence.Here == 1, "the subscription begins");
        await Eventually.IsTrueAsync(() => app.Presence.Here == 0, "the subscription ends");
    }

    [Fact]
    public async Task Client_that_does_not_read_is_waited_for_and_then_let_go()
    {
        await using var app = await TransportApp.StartAsync(timing: Usual with { SlowReader = TimeSpan.FromMilliseconds(500) });
        using var response = await app.PostAsync("""{"query":"subscription { onLetters(length: 50000) }"}""", EventStream);
        await Eventually.IsTrueAsync(() => app.Presence.Events > 0, "events come");
        await Eventually.IsTrueAsync(() => app.Presence.Here == 0, "the subscription ends");
        Assert.InRange(app.Presence.Events, 1, 2000); // no more than the system's own buffers hold
    }

    [Fact]
    public async Task Stream_ends_when_the_server_stops()
    {
        await using var app = await TransportApp.StartAsync();
        using var response = await app.PostAsync("""{"query":"subscription { onCount(to: 1, andStay: true) }"}""", EventStream);
        await Eventually.IsTrueAsync(() => app.Presence.Here == 1, "the subscription begins");
        await app.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, app.Presence.Here);
    }
}
