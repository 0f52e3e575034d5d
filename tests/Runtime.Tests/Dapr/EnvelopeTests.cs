using System.Net;
using System.Text.Json;
using Xunit;

namespace Training.Runtime.Tests.Dapr;

public sealed class EnvelopeTests
{
    private const string Subscription = """[{"pubsubname":"pubsub","topic":"a","route":"/a"}]""";
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private const string NoTrace = "00-00000000000000000000000000000000-0000000000000000-00";
    private const string CloudEvent = "application/cloudevents+json";

    [Theory]
    [InlineData("""{"traceid":7,"traceparent":8}""")]
    [InlineData("""{"traceid":{"a":1},"traceparent":[1]}""")]
    [InlineData("""{"traceid":true,"traceparent":null}""")]
    [InlineData("""{"traceparent":false}""")]
    public async Task Row_17_a_trace_that_is_no_string_is_delivered_nevertheless(string body)
    {
        var delivery = await RoundTripAsync("pubsub/a", body, CloudEvent);
        Assert.Equal("a", delivery.Text("topic"));
        using var sent = JsonDocument.Parse(body);
        if (sent.RootElement.TryGetProperty("traceid", out var traceId))
            Assert.Equal(traceId.GetRawText(), delivery.Body.GetProperty("traceid").GetRawText());
    }

    [Fact]
    public async Task Row_18_the_publishers_traceparent_reaches_the_subscriber_unchanged_and_is_all_zero_without_one()
    {
        var traced = await RoundTripAsync("pubsub/a", """{"a":1}""", "application/json", ("traceparent", Trace), ("tracestate", "k=v"));
        Assert.Equal((Trace, "k=v"), (traced.Headers["traceparent"], traced.Headers["tracestate"]));
        Assert.Equal((Trace, Trace, "k=v"), (traced.Text("traceid"), traced.Text("traceparent"), traced.Text("tracestate")));
        var untraced = await RoundTripAsync("pubsub/a", """{"a":1}""", "application/json");
        Assert.Equal(NoTrace, untraced.Headers["traceparent"]);
        Assert.Equal((NoTrace, ""), (untraced.Text("traceid"), untraced.Text("tracestate")));
    }

    [Theory]
    [InlineData("pubsub/a?metadata.content-length=9999999&metadata.kept=yes")]
    [InlineData("bulk/pubsub/a")]
    public async Task Row_20_a_content_length_in_the_metadata_is_not_forwarded(string path)
    {
        var body = path.StartsWith("bulk", StringComparison.Ordinal)
            ? """[{"entryId":"1","event":"x","contentType":"text/plain","metadata":{"content-length":"9999999","kept":"yes"}}]"""
            : "x";
        var delivery = await RoundTripAsync(path, body, "application/json");
        Assert.NotEqual("9999999", delivery.Headers["content-length"]);
        Assert.Equal("yes", delivery.Headers["kept"]);
        Assert.Equal("pubsub", delivery.Headers["pubsubname"]);
    }

    [Fact]
    public async Task A_complete_event_keeps_everything_but_topic_and_component()
    {
        const string body = """
            { "hospital" : "north", "topic":"mine", "id":"7", "source":"/s", "type":"t", "specversion":"1.0", "time":"2026-01-01T00:00:00Z",
              "traceid":"TRACE", "traceparent":"PARENT", "tracestate":"x=y", "pubsubname":"other" , "data":{"n":1.50, "deep":[{},{"topic":"inner"}]} }
            """;
        var delivery = await RoundTripAsync("pubsub/a", body, CloudEvent + "; charset=utf-8", ("traceparent", Trace));
        var names = delivery.Body.EnumerateObject().Select(p => p.Name).Order();
        Assert.Equal(["data", "hospital", "id", "pubsubname", "source", "specversion", "time", "topic", "traceid", "traceparent", "tracestate", "type"], names);
        Assert.Equal(("a", "pubsub", "north", "7", "/s", "t"), (
            delivery.Text("topic"), delivery.Text("pubsubname"), delivery.Text("hospital"), delivery.Text("id"), delivery.Text("source"), delivery.Text("type")));
        Assert.Equal(("TRACE", "PARENT", "PARENT"), (delivery.Text("traceid"), delivery.Text("traceparent"), delivery.Headers["traceparent"]));
        Assert.Equal("""{"n":1.50, "deep":[{},{"topic":"inner"}]}""", delivery.Body.GetProperty("data").GetRawText());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"topic":"x","topic":"y","pubsubname":"z","traceparent":"00-overwritten"}""")]
    public async Task What_a_complete_event_lacks_is_filled_except_the_id(string body)
    {
        var delivery = await RoundTripAsync("pubsub/a", body, CloudEvent, ("traceparent", Trace));
        Assert.Equal(("a", "pubsub", "publisher", "com.dapr.event.sent", "1.0"), (
            delivery.Text("topic"), delivery.Text("pubsubname"), delivery.Text("source"), delivery.Text("type"), delivery.Text("specversion")));
        Assert.Equal((Trace, Trace, ""), (delivery.Text("traceid"), delivery.Text("traceparent"), delivery.Text("tracestate")));
        Assert.False(delivery.Body.TryGetProperty("id", out _));
        Assert.Equal(9, delivery.Body.EnumerateObject().Count());
    }

    [Fact]
    public async Task Metadata_overrides_attributes_but_not_those_that_are_the_sidecars()
    {
        var delivery = await RoundTripAsync(
            "pubsub/a?metadata.cloudevent.id=one&metadata.CloudEvent.Source=two&metadata.cloudevent.type=three&metadata.cloudevent.subject=four"
            + $"&metadata.cloudevent.traceparent={Trace}&metadata.cloudevent.topic=no&metadata.cloudevent.data=no&other=ignored",
            "words");
        Assert.Equal(("one", "two", "three", "four"), (delivery.Text("id"), delivery.Text("source"), delivery.Text("type"), delivery.Text("subject")));
        Assert.Equal(("a", "words", Trace), (delivery.Text("topic"), delivery.Text("data"), delivery.Headers["traceparent"]));
        Assert.False(delivery.Headers.ContainsKey("other"));
    }

    [Theory]
    [InlineData("application/json", "{broken", "{broken")]
    [InlineData("application/json; charset=utf-8", "5", "5")]
    [InlineData("application/json", "", "")]
    [InlineData("application/problem+json", "{\"a\":1}", "{\"a\":1}")]
    [InlineData("text/html", "<a href=\"x\">ü</a>", "<a href=\"x\">ü</a>")]
    public async Task Data_that_is_not_JSON_is_text(string contentType, string body, string expected)
    {
        var delivery = await RoundTripAsync("pubsub/a", body, contentType);
        var data = delivery.Body.GetProperty("data");
        Assert.Equal(expected, data.ValueKind == JsonValueKind.String ? data.GetString() : data.GetRawText());
        Assert.Equal(expected == "5" ? JsonValueKind.Number : JsonValueKind.String, data.ValueKind);
        Assert.Equal(contentType, delivery.Text("datacontenttype"));
    }

    [Theory]
    [InlineData("application/octet-stream", "000102ff", true)]
    [InlineData("application/cloudevents+protobuf", "0a0131", true)]
    [InlineData("application/x-protobuf", "0a0131120173", true)]
    [InlineData("application/x-protobuf", "0a0931", false)]
    [InlineData("application/x-protobuf", "0a01ff", false)]
    public async Task Bytes_are_base64_and_protobuf_is_when_it_is_a_CloudEvent(string contentType, string hex, bool isBinary)
    {
        await using var app = await RecordingApp.StartAsync(Subscription);
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port));
        await sidecar.SendAsync(System.Net.Http.HttpMethod.Post, "/v1.0/publish/pubsub/a", Convert.FromHexString(hex), contentType);
        var delivery = await app.NextAsync();
        Assert.Equal(isBinary, delivery.Body.TryGetProperty("data_base64", out var base64));
        Assert.Equal(!isBinary, delivery.Body.TryGetProperty("data", out _));
        if (isBinary)
            Assert.Equal(Convert.FromHexString(hex), base64.GetBytesFromBase64());
    }

    [Theory]
    [InlineData("60", 60)]
    [InlineData("1h1m0.5s", 3660)]
    [InlineData("90000ms", 90)]
    public async Task A_time_to_live_becomes_an_expiration(string ttl, int seconds)
    {
        foreach (var (body, type) in new[] { ("x", "text/plain"), ("""{"id":"1","expiration":"2001-01-01T00:00:00Z"}""", CloudEvent) })
        {
            var delivery = await RoundTripAsync($"pubsub/a?metadata.ttlInSeconds={ttl}", body, type);
            var left = DateTimeOffset.Parse(delivery.Text("expiration")) - TimeProvider.System.GetUtcNow();
            Assert.InRange(left.TotalSeconds, seconds - 15, seconds + 1);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("5 parsecs")]
    public async Task A_time_to_live_that_makes_no_sense_is_ignored(string ttl)
    {
        var delivery = await RoundTripAsync($"pubsub/a?metadata.ttl={Uri.EscapeDataString(ttl)}", "x");
        Assert.False(delivery.Body.TryGetProperty("expiration", out _));
    }

    [Fact]
    public async Task An_expired_event_is_dropped_and_dead_lettered()
    {
        await using var app = await RecordingApp.StartAsync(
            """
            [{"pubsubname":"pubsub","topic":"a","route":"/a","deadLetterTopic":"dead"},
             {"pubsubname":"pubsub","topic":"dead","route":"/dead","metadata":{"rawPayload":"true"}}]
            """);
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port));

        var answer = await sidecar.PublishAsync("pubsub/a", """{"id":"late","expiration":"2001-01-01T00:00:00Z"}""", CloudEvent);
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        var dead = await app.NextAsync();
        Assert.Equal("/dead", dead.Path);
        using var message = JsonDocument.Parse(dead.Body.GetProperty("data_base64").GetBytesFromBase64());
        Assert.Equal("late", message.RootElement.GetProperty("id").GetString());
        Assert.Null(app.Another());
    }

    [Fact]
    public async Task A_topic_may_have_slashes_and_a_plus_in_its_path_is_a_space()
    {
        await using var app = await RecordingApp.StartAsync(
            """[{"pubsubname":"pubsub","topic":"a/b c","route":"/space"},{"pubsubname":"pubsub","topic":"a+b","route":"/plus"}]""");
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port));
        await sidecar.PublishAsync("pubsub/a/b+c", "x");
        Assert.Equal("/space", (await app.NextAsync()).Path);
        await sidecar.PublishAsync("pubsub/a%2Fb%20c", "x");
        Assert.Equal("/space", (await app.NextAsync()).Path);
        await sidecar.PublishAsync("pubsub/a%2Bb", "x");
        Assert.Equal("/plus", (await app.NextAsync()).Path);
    }

    [Fact]
    public async Task A_raw_message_goes_to_a_plain_subscription_if_it_is_JSON_and_fails_if_not()
    {
        await using var app = await RecordingApp.StartAsync(Subscription);
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port));
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/a?metadata.rawPayload=1", """{"my":"own"}""")).Status);
        Assert.Equal("own", (await app.NextAsync()).Text("my"));
        var refused = await sidecar.PublishAsync("pubsub/a?metadata.rawPayload=T", "words");
        Assert.Equal((HttpStatusCode.InternalServerError, "true"), (refused.Status, refused.Info.GetProperty("reached").GetString()));
        Assert.Null(app.Another());
    }

    private static async Task<Delivery> RoundTripAsync(string path, string body, string? contentType = null, params (string, string)[] headers)
    {
        await using var app = await RecordingApp.StartAsync(Subscription);
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port));
        var answer = await sidecar.PublishAsync(path, body, contentType, headers);
        Assert.True(answer.Status == HttpStatusCode.NoContent, answer.ToString());
        return await app.NextAsync();
    }
}
