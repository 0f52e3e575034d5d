using System.Net;
using System.Net.Http;
using System.Text.Json;
using Dapr;
using Microsoft.AspNetCore.Builder;
using Training.Runtime.LocalSidecar;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Dapr;

/// <summary>A program that subscribes by the official members, in front of the sidecar and of npm's publisher.</summary>
public sealed class DaprProgramTests
{
    [SkippableFact]
    public async Task The_JavaScript_SDK_publishes_to_a_program_that_reads_plain_bodies()
    {
        NodePeer.SkipIfMissing();
        await using var program = await DaprProgram.StartAsync(
            (routes, receive) => routes.MapPost("/orders", receive).WithTopic("pubsub", "orders"), options: new CloudEventsMiddlewareOptions());
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("program", program.Port));

        var run = await NodePeer.RunAsync("dapr/publisher.mjs", sidecar.HttpPort("publisher").ToString(), "pubsub", "orders");
        Assert.True(run.ExitCode == 0, run.ToString());
        var got = new List<Received>();
        for (var i = 0; i < 12; i++)
            got.Add(await program.NextAsync());
        Assert.Contains(got, r => r is { ContentType: "application/json", Body: """{"kind":"object","n":1}""" });
        Assert.Contains(got, r => r is { ContentType: "text/plain", Body: "plain words" });
        Assert.Contains(got, r => r is { ContentType: "application/json", Body: """{"kind":"event"}""" });
        Assert.Contains(got, r => r is { ContentType: "application/xml", Body: "<kind>xml</kind>" });
        Assert.Contains(got, r => r.ContentType == "application/octet-stream" && r.Body.Length == 4);
    }

    [Fact]
    public async Task Subscriptions_say_topics_routes_dead_letters_and_metadata()
    {
        await using var program = await DaprProgram.StartAsync((routes, receive) =>
        {
            routes.MapPost("/plain", receive).WithTopic("pubsub", "plain");
            routes.MapPost("/nested/raw", receive).WithTopic("pubsub", "raw", enableRawPayload: true);
            routes.MapPost("/meta", receive).WithTopic("pubsub", "meta", new Dictionary<string, string> { ["k"] = "v" });
            routes.MapPost("/all", receive).WithTopic(new TopicOptions
            {
                PubsubName = "pubsub", Name = "all", DeadLetterTopic = "dead", EnableRawPayload = true, Metadata = new Dictionary<string, string> { ["m"] = "n" },
            });
            routes.MapPost("/first", receive).WithTopic(new TopicOptions { PubsubName = "pubsub", Name = "ruled", Match = "event.type == 'a'", Priority = 1 });
            routes.MapPost("/rest", receive).WithTopic(new TopicOptions { PubsubName = "pubsub", Name = "ruled", Priority = 2 });
            routes.MapPost("/both", receive).WithTopic("pubsub", "one").WithTopic("pubsub", "two");
        });
        using var http = new HttpClient();
        using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri($"http://127.0.0.1:{program.Port}/dapr/subscribe")));
        var byTopic = answer.RootElement.EnumerateArray().ToDictionary(s => s.GetProperty("topic").GetString()!);
        Assert.Equal(["all", "meta", "one", "plain", "raw", "ruled", "two"], byTopic.Keys.Order());
        Assert.Equal("""{"pubsubName":"pubsub","topic":"plain","route":"plain"}""", byTopic["plain"].GetRawText());
        Assert.Equal("""{"pubsubName":"pubsub","topic":"raw","route":"nested/raw","metadata":{"rawPayload":"true"}}""", byTopic["raw"].GetRawText());
        Assert.Equal("""{"k":"v"}""", byTopic["meta"].GetProperty("metadata").GetRawText());
        Assert.Equal(
            """{"pubsubName":"pubsub","topic":"all","route":"all","deadLetterTopic":"dead","metadata":{"m":"n","rawPayload":"true"}}""",
            byTopic["all"].GetRawText());
        using var rules = JsonDocument.Parse("""{"rules":[{"match":"event.type == 'a'","path":"first"}],"default":"rest"}""");
        Assert.True(JsonElement.DeepEquals(rules.RootElement, byTopic["ruled"].GetProperty("routes")));
        Assert.Equal(("both", "both"), (byTopic["one"].GetProperty("route").GetString(), byTopic["two"].GetProperty("route").GetString()));
    }

    [Fact]
    public async Task A_program_finds_its_sidecar_by_configuration_and_sends_its_token()
    {
        await using var app = await RecordingApp.StartAsync("""[{"pubsubname":"pubsub","topic":"orders","route":"/o"}]""");
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions
        {
            Apps = [new SidecarApp { Id = "program", ApiToken = "secret" }, TestSidecar.App("subscriber", app.Port)],
        });
        await sidecar.HasFoundAsync("subscriber");
        var settings = new Dictionary<string, string?> { ["DAPR_HTTP_PORT"] = sidecar.HttpPort("program").ToString(), ["DAPR_API_TOKEN"] = "secret" };
        await using var program = await DaprProgram.StartAsync((_, _) => { }, settings);
        await program.Client.PublishEventAsync("pubsub", "orders", "x");
        Assert.Equal("program", (await app.NextAsync()).Text("source"));

        await using var stranger = await DaprProgram.StartAsync(
            (_, _) => { },
            new Dictionary<string, string?> { ["DAPR_HTTP_ENDPOINT"] = sidecar.Address("program").ToString() },
            client: builder => builder.UseDaprApiToken("wrong"));
        var refused = await Assert.ThrowsAsync<DaprException>(() => stranger.Client.PublishEventAsync("pubsub", "orders", "x"));
        Assert.Equal(HttpStatusCode.Unauthorized, Assert.IsType<HttpRequestException>(refused.InnerException).StatusCode);
    }

    [Fact]
    public async Task Attributes_become_headers_if_asked_for()
    {
        await using var program = await DaprProgram.StartAsync(
            (routes, receive) => routes.MapPost("/orders", receive).WithTopic("pubsub", "orders"),
            options: new CloudEventsMiddlewareOptions
            {
                ForwardCloudEventPropertiesAsHeaders = true, ExcludedCloudEventPropertiesFromHeaders = ["subject"],
            });
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("program", program.Port));
        await sidecar.PublishAsync("pubsub/orders", """{"id":"7","subject":"s","hospital":"north","data":"x"}""", "application/cloudevents+json");
        var got = await program.NextAsync();
        Assert.Equal(("7", "north"), (got.Headers["cloudevent.id"], got.Headers["cloudevent.hospital"]));
        Assert.False(got.Headers.ContainsKey("cloudevent.subject"));
        Assert.False(got.Headers.ContainsKey("cloudevent.data"));
    }

    [Theory]
    [InlineData("""{"data":{"a":1},"data_base64":"AA=="}""")]
    [InlineData("""{"data_base64":"!"}""")]
    [InlineData("""[]""")]
    [InlineData("""{""")]
    public async Task An_envelope_that_cannot_be_unwrapped_is_a_bad_request(string body)
    {
        await using var program = await DaprProgram.StartAsync((routes, receive) => routes.MapPost("/orders", receive), options: new CloudEventsMiddlewareOptions());
        using var http = new HttpClient();
        using var content = new StringContent(body, null, "application/cloudevents+json");
        using var answer = await http.PostAsync(new Uri($"http://127.0.0.1:{program.Port}/orders"), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
