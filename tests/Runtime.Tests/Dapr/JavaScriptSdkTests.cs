using System.Net;
using System.Net.Http;
using System.Text.Json;
using Training.Runtime.LocalSidecar;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Dapr;

/// <summary>npm @dapr/dapr on either side of the sidecar.</summary>
public sealed class JavaScriptSdkTests
{
    private const string Subscription = """[{"pubsubname":"pubsub","topic":"orders","route":"/orders"}]""";

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_SDK_publishes_every_kind_of_value_one_by_one_and_in_bulk(bool h2c)
    {
        NodePeer.SkipIfMissing();
        await using var app = await RecordingApp.StartAsync(Subscription, h2c);
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port, h2c));

        var run = await NodePeer.RunAsync("dapr/publisher.mjs", sidecar.HttpPort("publisher").ToString(), "pubsub", "orders");
        Assert.True(run.ExitCode == 0, run.ToString());
        using var outcome = JsonDocument.Parse(run.Output.Trim().Split('\n')[^1]);
        foreach (var name in new[] { "object", "text", "number", "bytes", "event", "ttl", "raw", "xml" })
            Assert.Equal("published", outcome.RootElement.GetProperty(name).GetString());
        Assert.Equal(0, outcome.RootElement.GetProperty("bulk").GetInt32());
        Assert.Equal("refused", outcome.RootElement.GetProperty("unknown").GetString());
        Assert.True(outcome.RootElement.GetProperty("healthy").GetBoolean());
        Assert.Equal("publisher", outcome.RootElement.GetProperty("metadata").GetString());
        Assert.Equal("blue", outcome.RootElement.GetProperty("colour").GetString());

        var got = new List<Delivery>();
        for (var i = 0; i < 12; i++)
            got.Add(await app.NextAsync());
        Assert.Null(app.Another());
        Assert.All(got, delivery => Assert.Equal(h2c ? "HTTP/2" : "HTTP/1.1", delivery.Protocol));
        Delivery Single(Func<JsonElement, bool> which) => Assert.Single(got, delivery => which(delivery.Body));

        var json = Single(e => Kind(e) == "object");
        Assert.Equal(1, json.Body.GetProperty("data").GetProperty("n").GetInt32());
        Assert.Equal("publisher", json.Text("source"));
        Single(e => Data(e) == "plain words");
        Single(e => Data(e) == "42");
        Single(e => Data(e) == "<kind>xml</kind>" && e.GetProperty("datacontenttype").GetString() == "application/xml");
        Assert.Equal([0, 1, 254, 255], Single(e => e.TryGetProperty("data_base64", out _)).Body.GetProperty("data_base64").GetBytesFromBase64());
        var complete = Single(e => Kind(e) == "event");
        Assert.Equal(("js-1", "/js", "js.type", "north"), (complete.Text("id"), complete.Text("source"), complete.Text("type"), complete.Text("hospital")));
        Assert.Equal("orders", complete.Text("topic"));
        var timed = Single(e => Kind(e) == "ttl");
        Assert.True(DateTimeOffset.Parse(timed.Text("expiration")) > TimeProvider.System.GetUtcNow().AddSeconds(50));
        Assert.Equal("60", timed.Headers["ttlinseconds"]);
        Assert.Equal("raw", Single(e => e.TryGetProperty("kind", out _)).Text("kind"));
        Single(e => Kind(e) == "bulk-object");
        Single(e => Data(e) == "bulk words");
        Assert.Equal("bulk.type", Single(e => Kind(e) == "bulk-entry").Text("type"));
        Assert.Equal("js-2", Single(e => Kind(e) == "bulk-event").Text("id"));
    }

    [SkippableFact]
    public async Task The_SDK_subscribes_retries_drops_and_is_invoked()
    {
        NodePeer.SkipIfMissing();
        var port = FreePort.Take();
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions
        {
            Apps = [new SidecarApp { Id = "publisher" }, TestSidecar.App("node", port)],
        });
        await using var peer = await NodePeer.StartAsync("dapr/subscriber.mjs", port.ToString(), sidecar.HttpPort("node").ToString());
        await sidecar.HasFoundAsync("node");

        const string trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await sidecar.PublishAsync("pubsub/plain", """{"a":1}""", "application/json", ("traceparent", trace))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/routed", "words")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/raw?metadata.rawPayload=true", "as is")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/dropped", "unwanted")).Status);

        // RETRY is the publisher's to repeat: the sidecar keeps nothing.
        for (var attempt = 1; attempt < 3; attempt++)
        {
            var refused = await sidecar.PublishAsync("pubsub/retried", "again");
            Assert.Equal(HttpStatusCode.InternalServerError, refused.Status);
            Assert.Equal(("node", "true", "200"), (
                refused.Info.GetProperty("subscriber").GetString(),
                refused.Info.GetProperty("reached").GetString(),
                refused.Info.GetProperty("status").GetString()));
        }

        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/retried", "again")).Status);
        await Eventually.IsTrueAsync(() => peer.Output.Contains("\"attempt\":3"), "the third attempt arrives");
        Assert.Contains("delivery {\"handler\":\"plain\",\"data\":{\"a\":1},\"pubsubname\":\"pubsub\",\"traceparent\":\"" + trace + "\"}", peer.Output);
        Assert.Contains("{\"handler\":\"routed\",\"data\":\"words\"", peer.Output);
        Assert.Contains("{\"handler\":\"raw\",\"data\":\"as is\"", peer.Output);
        Assert.Contains("{\"handler\":\"dropped\",\"data\":\"unwanted\"", peer.Output);
        Assert.Contains("{\"handler\":\"dead\",\"data\":\"unwanted\"", peer.Output);

        var invoked = await sidecar.SendAsync(HttpMethod.Post, "/v1.0/invoke/node/method/double", """{"n":21}"""u8.ToArray(), "application/json");
        Assert.Equal(42, invoked.Json.GetProperty("doubled").GetInt32());
    }

    private static string? Kind(JsonElement envelope) =>
        envelope.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data.GetProperty("kind").GetString() : null;

    private static string? Data(JsonElement envelope) =>
        envelope.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.String ? data.GetString() : null;
}
