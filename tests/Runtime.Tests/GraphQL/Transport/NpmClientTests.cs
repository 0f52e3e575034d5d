using System.Text.Json;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Transport;

/// <summary>npm's graphql-ws and graphql-sse clients.</summary>
[Collection(nameof(Alone))]
public sealed class NpmClientTests
{
    private const string WebSockets = "graphql-transport/ws-client.mjs";
    private const string Events = "graphql-transport/sse-client.mjs";
    private const int Many = 10_000;

    public static TheoryData<string> Clients => [WebSockets, Events];

    [SkippableTheory]
    [MemberData(nameof(Clients))]
    public async Task Query_gives_one_result(string client)
    {
        await using var app = await StartAsync();
        var seen = await RunAsync(app, client, "all", "{ greeting }");
        Assert.Equal(1, seen.GetProperty("count").GetInt32());
        Assert.Equal("""{"data":{"greeting":"Hello world"}}""", seen.GetProperty("first").GetRawText());
        Assert.True(seen.GetProperty("completed").GetBoolean());
    }

    [SkippableTheory]
    [MemberData(nameof(Clients))]
    public async Task Invalid_document_is_told_to_the_client(string client)
    {
        await using var app = await StartAsync();
        var seen = await RunAsync(app, client, "all", "{ nothing }");
        Assert.Contains("nothing", client == WebSockets ? seen.GetProperty("error").GetRawText() : seen.GetProperty("first").GetRawText());
    }

    [SkippableTheory]
    [MemberData(nameof(Clients))]
    public async Task Subscription_survives_ten_thousand_events_without_growth(string client)
    {
        await using var app = await StartAsync();
        await RunAsync(app, client, "all", $"subscription {{ onCount(to: {Many}) }}");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var seen = await RunAsync(app, client, "all", $"subscription {{ onCount(to: {Many}) }}");
        var after = GC.GetTotalMemory(forceFullCollection: true);

        Assert.Equal(Many, seen.GetProperty("count").GetInt32());
        Assert.Equal($$$"""{"data":{"onCount":{{{Many}}}}}""", seen.GetProperty("last").GetRawText());
        Assert.True(seen.GetProperty("completed").GetBoolean());
        Assert.Equal(0, app.Presence.Here);
        Assert.True(after - before < 1_000_000, $"{after - before} bytes more after {Many} events");
        LongRun.Print($"{Path.GetFileNameWithoutExtension(client)}: {Many} events, {(after - before) / 1024} KB more memory than before");
    }

    [SkippableTheory]
    [MemberData(nameof(Clients))]
    public async Task Subscription_ends_when_the_client_has_enough(string client)
    {
        await using var app = await StartAsync();
        var seen = await RunAsync(app, client, "leave", "subscription { onCount(to: 3, andStay: true) }");
        Assert.Equal(3, seen.GetProperty("count").GetInt32());
        await Eventually.IsTrueAsync(() => app.Presence is { Here: 0, Entered: 1 }, "the subscription ends");
    }

    [SkippableFact]
    public async Task Twenty_subscriptions_share_a_connection()
    {
        await using var app = await StartAsync();
        var seen = await RunAsync(app, WebSockets, "many", "subscription { onCount(to: 50) }");
        Assert.Equal(20 * 50, seen.GetProperty("count").GetInt32());
        Assert.Equal(1, seen.GetProperty("opens").GetInt32());
    }

    [SkippableFact]
    public async Task Killed_socket_leaves_no_handler_behind()
    {
        await using var app = await StartAsync();
        var seen = await RunAsync(app, WebSockets, "kill", "subscription { onCount(to: 3, andStay: true) }");
        Assert.Equal(1, seen.GetProperty("killed").GetInt32());
        await Eventually.IsTrueAsync(() => app.Presence is { Here: 0, Entered: 1 }, "the subscription ends");
    }

    private static async Task<TransportApp> StartAsync()
    {
        NodePeer.SkipIfMissing();
        return await TransportApp.StartAsync();
    }

    private static async Task<JsonElement> RunAsync(TransportApp app, string client, string name, string query)
    {
        var url = client == WebSockets ? app.SocketUrl : app.Url;
        var run = await NodePeer.RunAsync(client, url.ToString(), name, JsonSerializer.Serialize(new { query }));
        Assert.True(run.ExitCode == 0, run.ToString());
        using var seen = JsonDocument.Parse(run.Output);
        return seen.RootElement.Clone();
    }
}
