using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapr;
using Dapr.Client;
using Xunit;

namespace Training.Runtime.Tests.Dapr;

/// <summary>The client, by its official members alone.</summary>
public sealed class DaprClientTests
{
    private const string Subscription = """[{"pubsubname":"pubsub","topic":"orders","route":"/orders"}]""";

    [Fact]
    public async Task Publishing_wraps_values_sends_events_as_they_are_and_bytes_as_what_they_are()
    {
        await using var app = await RecordingApp.StartAsync(Subscription, h2c: true);
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port, h2c: true));
        using var client = ClientOf(sidecar);

        await client.PublishEventAsync("pubsub", "orders", new Order(7, "ü"));
        var value = await app.NextAsync();
        Assert.Equal("application/json", value.Text("datacontenttype"));
        Assert.Equal("""{"number":7,"name":"ü"}""", value.Body.GetProperty("data").GetRawText());

        await client.PublishEventAsync("pubsub", "orders", new Order(8, "b"), new Dictionary<string, string> { ["cloudevent.id"] = "a b+c&d" });
        Assert.Equal("a b+c&d", (await app.NextAsync()).Text("id"));

        await client.PublishEventAsync("pubsub", "orders");
        Assert.Equal("", (await app.NextAsync()).Text("data"));
        await client.PublishEventAsync("pubsub", "orders", new Dictionary<string, string> { ["ttlInSeconds"] = "900" });
        Assert.True((await app.NextAsync()).Body.TryGetProperty("expiration", out _));

        await client.PublishEventAsync("pubsub", "orders", new CloudEvent<Order>(new Order(9, "c")) { Source = new Uri("urn:x"), Type = "made", Subject = "s" });
        var complete = await app.NextAsync();
        Assert.Equal(("urn:x", "made", "s", 9), (
            complete.Text("source"), complete.Text("type"), complete.Text("subject"), complete.Body.GetProperty("data").GetProperty("number").GetInt32()));

        await client.PublishByteEventAsync("pubsub", "orders", new byte[] { 1, 2, 255 }, "application/octet-stream");
        Assert.Equal([1, 2, 255], (await app.NextAsync()).Body.GetProperty("data_base64").GetBytesFromBase64());
        await client.PublishByteEventAsync("pubsub", "orders", """{"id":"own","hospital":"north","data":1}"""u8.ToArray(), "application/cloudevents+json");
        Assert.Equal("north", (await app.NextAsync()).Text("hospital"));
    }

    [Fact]
    public async Task Bulk_publishing_of_complete_events_keeps_ids_and_attributes_and_names_each_failure()
    {
        await using var app = await RecordingApp.StartAsync(
            Subscription, h2c: true, reply: d => d.Text("id") == "row-3" ? new Reply(500) : Reply.Ok);
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port, h2c: true));
        using var client = ClientOf(sidecar);
        var rows = Enumerable.Range(0, 500).Select(i => new StoredEvent($"row-{i}", "north", $$"""{"n":{{i}}}""")).ToArray();

        var response = await client.BulkPublishEventAsync("pubsub", "orders", rows);

        var failed = Assert.Single(response.FailedEntries);
        Assert.Same(rows[3], failed.Entry.EventData);
        Assert.Equal(("3", "application/cloudevents+json"), (failed.Entry.EntryId, failed.Entry.ContentType));
        Assert.StartsWith("[subscriber=subscriber reached=true status=500] ", failed.ErrorMessage);
        var got = new List<Delivery>();
        for (var i = 0; i < rows.Length; i++)
            got.Add(await app.NextAsync());
        Assert.Equal(rows.Select(row => row.Id).Order(), got.Select(d => d.Text("id")).Order());
        Assert.All(got, d => Assert.Equal(("training.Test", "north", "urn:reference"), (d.Text("type"), d.Text("organisation"), d.Text("source"))));
        Assert.All(got, d => Assert.Equal(d.Text("id"), $"row-{d.Body.GetProperty("data").GetProperty("n").GetInt32()}"));
    }

    [Fact]
    public async Task Bulk_publishing_of_values_wraps_each_and_applies_the_requests_metadata()
    {
        await using var app = await RecordingApp.StartAsync(Subscription);
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port));
        using var client = ClientOf(sidecar);
        var response = await client.BulkPublishEventAsync(
            "pubsub", "orders", [new Order(1, "a"), new Order(2, "b")], new Dictionary<string, string> { ["cloudevent.type"] = "t" });
        Assert.Empty(response.FailedEntries);
        Assert.Empty((await client.BulkPublishEventAsync("pubsub", "orders", Array.Empty<Order>())).FailedEntries);
        var got = new[] { await app.NextAsync(), await app.NextAsync() };
        Assert.Equal([1, 2], got.Select(d => d.Body.GetProperty("data").GetProperty("number").GetInt32()).Order());
        Assert.All(got, d => Assert.Equal("t", d.Text("type")));
    }

    [Fact]
    public async Task A_refused_request_is_an_exception_that_says_why()
    {
        await using var sidecar = await TestSidecar.BesideAsync();
        using var client = ClientOf(sidecar);
        var single = await Assert.ThrowsAsync<DaprException>(() => client.PublishEventAsync("nowhere", "orders", 1));
        var inner = Assert.IsType<HttpRequestException>(single.InnerException);
        Assert.Equal(HttpStatusCode.NotFound, inner.StatusCode);
        Assert.Contains("pubsub nowhere is not found", inner.Message);
        await Assert.ThrowsAsync<DaprException>(() => client.BulkPublishEventAsync("nowhere", "orders", [1]));
        await Assert.ThrowsAsync<ArgumentException>(() => client.PublishEventAsync("pubsub", "", 1));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.PublishEventAsync<Order>("pubsub", "orders", null!));
    }

    [Fact]
    public async Task Health_is_known_and_an_absent_sidecar_is_not_well()
    {
        await using var app = await RecordingApp.StartAsync(Subscription);
        var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port));
        using var client = ClientOf(sidecar, "subscriber");
        Assert.True(await client.CheckHealthAsync());
        Assert.True(await client.CheckOutboundHealthAsync());
        await sidecar.DisposeAsync();
        Assert.False(await client.CheckHealthAsync());
        Assert.False(await client.CheckOutboundHealthAsync());
        var failure = await Assert.ThrowsAsync<DaprException>(() => client.PublishEventAsync("pubsub", "orders", 1));
        Assert.Contains("could not be reached", failure.Message);
    }

    [Fact]
    public async Task A_timeout_ends_a_call_and_cancellation_cancels_it()
    {
        using var never = new SemaphoreSlim(0);
        await using var app = await RecordingApp.StartAsync(Subscription, replyLater: async _ =>
        {
            await never.WaitAsync();
            return Reply.Ok;
        });
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port));
        using var impatient = new DaprClientBuilder()
            .UseHttpEndpoint(sidecar.Address("publisher").ToString()).UseTimeout(TimeSpan.FromMilliseconds(200)).Build();
        var late = await Assert.ThrowsAsync<DaprException>(() => impatient.PublishEventAsync("pubsub", "orders", 1));
        Assert.Contains("did not answer within 0.2 s", late.Message);
        using var client = ClientOf(sidecar);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.PublishEventAsync("pubsub", "orders", 1, cancelled.Token));
        never.Release(10);
    }

    [Fact]
    public void A_builder_refuses_what_is_no_address() =>
        Assert.Throws<InvalidOperationException>(() => new DaprClientBuilder().UseHttpEndpoint("ftp://x").Build());

    private static DaprClient ClientOf(TestSidecar sidecar, string app = "publisher") =>
        new DaprClientBuilder().UseHttpEndpoint(sidecar.Address(app).ToString()).Build();

    private sealed record Order(int Number, string Name);

    /// <summary>A complete event as an outbox keeps it: a CloudEvent with an id, an extension attribute and data that is JSON already.</summary>
    private sealed class StoredEvent : CloudEvent
    {
        public StoredEvent(string id, string organisation, string json)
        {
            (Id, Organisation, Data) = (id, organisation, json);
            (Source, Type) = (new Uri("urn:reference"), "training.Test");
        }

        [JsonPropertyName("id")]
        public string Id { get; }

        [JsonPropertyName("organisation")]
        public string Organisation { get; }

        [JsonPropertyName("data")]
        [JsonConverter(typeof(AlreadyJson))]
        public string Data { get; }
    }

    private sealed class AlreadyJson : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteRawValue(value);
    }
}
