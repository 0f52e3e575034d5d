using System.Net;
using System.Net.Http;
using System.Text.Json;
using Xunit;

namespace Training.Runtime.Tests.Dapr;

public sealed class ProgrammaticSubscriptionTests
{
    [Fact]
    public async Task Row_01_data_is_wrapped_by_its_content_type_and_the_metadata_lists_the_subscription()
    {
        await using var app = await RecordingApp.StartAsync("""[{"pubsubname":"pubsub","topic":"a","route":"/a"}]""");
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port));

        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/a", """{"status": "completed"}""")).Status);
        var text = await app.NextAsync();
        Assert.Equal("text/plain", text.Text("datacontenttype"));
        Assert.Equal("""{"status": "completed"}""", text.Text("data"));
        Assert.Equal("/a", text.Path);
        Assert.Equal("com.dapr.event.sent", text.Text("type"));
        Assert.Equal("1.0", text.Text("specversion"));
        Assert.Equal("a", text.Text("topic"));
        Assert.Equal("pubsub", text.Text("pubsubname"));
        Assert.Equal("publisher", text.Text("source"));
        Assert.NotEmpty(text.Text("id"));
        Assert.True(DateTimeOffset.TryParse(text.Text("time"), out _));
        Assert.Equal("application/cloudevents+json", text.Headers["content-type"]);

        await sidecar.PublishAsync("pubsub/a", """{"status": 12345678901234567890.5}""", "application/json");
        var json = await app.NextAsync();
        Assert.Equal("application/json", json.Text("datacontenttype"));
        Assert.Equal("12345678901234567890.5", json.Body.GetProperty("data").GetProperty("status").GetRawText());

        await sidecar.PublishAsync("pubsub/a", """{"status": "completed"}""", "foo/bar");
        var other = await app.NextAsync();
        Assert.Equal("foo/bar", other.Text("datacontenttype"));
        Assert.Equal("""{"status": "completed"}""", other.Text("data"));

        var subscription = Assert.Single(
            (await sidecar.SendAsync(HttpMethod.Get, "/v1.0/metadata", app: "subscriber")).Json.GetProperty("subscriptions").EnumerateArray());
        Assert.Equal("PROGRAMMATIC", subscription.GetProperty("type").GetString());
        Assert.Equal("/a", subscription.GetProperty("rules")[0].GetProperty("path").GetString());
        Assert.Equal("subscriber", app.AppIdHeader);
    }

    [Fact]
    public async Task Row_03_a_raw_subscription_gets_the_whole_message_as_base64()
    {
        await using var app = await RecordingApp.StartAsync(
            """[{"pubsubname":"pubsub","topic":"a","route":"/a","metadata":{"rawPayload":"true"}}]""");
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port));

        await sidecar.PublishAsync("pubsub/a", """{"status": "completed"}""", "application/json");
        var outer = await app.NextAsync();
        Assert.Equal("application/octet-stream", outer.Text("datacontenttype"));
        Assert.False(outer.Body.TryGetProperty("data", out _));
        using var inner = JsonDocument.Parse(outer.Body.GetProperty("data_base64").GetBytesFromBase64());
        Assert.Equal("completed", inner.RootElement.GetProperty("data").GetProperty("status").GetString());
        Assert.Equal("publisher", inner.RootElement.GetProperty("source").GetString());
        Assert.NotEqual(inner.RootElement.GetProperty("id").GetString(), outer.Text("id"));
    }

    [Fact]
    public async Task Row_04_an_event_answered_404_arrives_at_the_dead_letter_topic_with_its_original_topic()
    {
        await using var app = await RecordingApp.StartAsync(
            """[{"pubsubname":"pubsub","topic":"a","route":"/a","deadLetterTopic":"dead"},{"pubsubname":"pubsub","topic":"dead","route":"/dead"}]""",
            reply: delivery => delivery.Path == "/a" ? new Reply(404) : Reply.Ok);
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port));

        var answer = await sidecar.PublishAsync("pubsub/a", "x");
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("/a", (await app.NextAsync()).Path);
        var dead = await app.NextAsync();
        Assert.Equal("/dead", dead.Path);
        Assert.Equal("a", dead.Text("topic"));
        Assert.Null(app.Another());
    }

    [Fact]
    public async Task Row_07_an_unknown_pubsub_is_listed_but_harmless_and_an_unsubscribed_topic_is_accepted()
    {
        await using var app = await RecordingApp.StartAsync(
            """[{"pubsubname":"anotherpub","topic":"a","route":"/a"},{"pubsubname":"pubsub","topic":"c","route":"/c"}]""");
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port));

        var metadata = await sidecar.SendAsync(HttpMethod.Get, "/v1.0/metadata", app: "subscriber");
        Assert.Equal(2, metadata.Json.GetProperty("subscriptions").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await sidecar.PublishAsync("anotherpub/a", "x")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/nobody", "x")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/c", "x")).Status);
        Assert.Equal("/c", (await app.NextAsync()).Path);
        Assert.Null(app.Another());
    }

    [Fact]
    public async Task Row_06_and_10_an_empty_rule_beats_the_default_which_beats_the_route_and_the_last_duplicate_wins()
    {
        await using var app = await RecordingApp.StartAsync(
            """
            [
              {"pubsubname":"pubsub","topic":"rule","routes":{"rules":[{"match":"","path":"/rule"},{"match":"event.type == 'x'","path":"/later"}],"default":"/default"}},
              {"pubsubname":"pubsub","topic":"both","route":"/route","routes":{"default":"/default"}},
              {"pubsubname":"pubsub","topic":"twice","route":"/first"},
              {"pubsubname":"pubsub","topic":"twice","route":"last"},
              {"pubsubname":"pubsub","topic":"neither"}
            ]
            """);
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port));

        foreach (var (topic, path) in new[] { ("rule", "/rule"), ("both", "/default"), ("twice", "/last") })
        {
            await sidecar.PublishAsync("pubsub/" + topic, "x");
            Assert.Equal(path, (await app.NextAsync()).Path);
        }

        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/neither", "x")).Status);
        Assert.Null(app.Another());
    }
}
