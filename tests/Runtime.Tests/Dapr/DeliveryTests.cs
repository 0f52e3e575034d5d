using System.Net;
using Training.Runtime.LocalSidecar;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Dapr;

public sealed class DeliveryTests
{
    private const string Subscription = """[{"pubsubname":"pubsub","topic":"a","route":"/a"}]""";
    private const string WithDeadLetters =
        """[{"pubsubname":"pubsub","topic":"a","route":"/a","deadLetterTopic":"dead"},{"pubsubname":"pubsub","topic":"dead","route":"/dead"}]""";

    [Theory]
    [InlineData(200, "", Expected.Acknowledged)]
    [InlineData(204, "", Expected.Acknowledged)]
    [InlineData(299, "anything", Expected.Acknowledged)]
    [InlineData(200, """{"status":"SUCCESS"}""", Expected.Acknowledged)]
    [InlineData(200, """{"status":""}""", Expected.Acknowledged)]
    [InlineData(200, """{"status":5}""", Expected.Acknowledged)]
    [InlineData(200, """{"other":"RETRY"}""", Expected.Acknowledged)]
    [InlineData(200, """["RETRY"]""", Expected.Acknowledged)]
    [InlineData(200, """{"status":"RETRY"}""", Expected.Failed)]
    [InlineData(200, """{"Status":"RETRY"}""", Expected.Failed)]
    [InlineData(200, """{"status":"retry"}""", Expected.Failed)]
    [InlineData(200, """{"status":"success"}""", Expected.Failed)]
    [InlineData(200, """{"status":"DROP"}""", Expected.Dropped)]
    [InlineData(404, "", Expected.Dropped)]
    [InlineData(301, "", Expected.Failed)]
    [InlineData(400, "", Expected.Failed)]
    [InlineData(429, "", Expected.Failed)]
    [InlineData(500, """{"status":"SUCCESS"}""", Expected.Failed)]
    [InlineData(503, "", Expected.Failed)]
    public async Task An_answer_decides_what_becomes_of_the_event(int status, string body, Expected expected)
    {
        foreach (var h2c in new[] { false, true })
        {
            await using var app = await RecordingApp.StartAsync(
                WithDeadLetters, h2c, reply: delivery => delivery.Path == "/dead" ? Reply.Ok : new Reply(status, status == 204 ? "" : body));
            await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port, h2c));

            var answer = await sidecar.PublishAsync("pubsub/a", "x");
            Assert.Equal("/a", (await app.NextAsync()).Path);
            Assert.Equal(expected == Expected.Dropped, app.Another()?.Path == "/dead");
            Assert.Equal(expected == Expected.Failed ? HttpStatusCode.InternalServerError : HttpStatusCode.NoContent, answer.Status);
            if (expected != Expected.Failed)
                continue;
            Assert.Equal("ERR_PUBSUB_PUBLISH_MESSAGE", answer.Code);
            Assert.Equal(("subscriber", "true", status.ToString()), (
                answer.Info.GetProperty("subscriber").GetString(), answer.Info.GetProperty("reached").GetString(), answer.Info.GetProperty("status").GetString()));
            Assert.StartsWith($"error when publishing to topic a in pubsub pubsub: [subscriber=subscriber reached=true status={status}] ", answer.Message);
        }
    }

    [Fact]
    public async Task Every_subscriber_gets_the_event_and_one_that_fails_is_named()
    {
        await using var good = await RecordingApp.StartAsync(Subscription);
        await using var bad = await RecordingApp.StartAsync(Subscription, h2c: true, reply: _ => new Reply(500));
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("good", good.Port), TestSidecar.App("bad", bad.Port, h2c: true));

        var answer = await sidecar.PublishAsync("pubsub/a", "x");
        Assert.Equal("bad", answer.Info.GetProperty("subscriber").GetString());
        Assert.Equal((1, 1), (good.Delivered, bad.Delivered));
        bad.ReplyWith = _ => Task.FromResult(Reply.Ok);
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/a", "x")).Status);
    }

    [Fact]
    public async Task Bulk_entries_succeed_and_fail_one_by_one()
    {
        await using var app = await RecordingApp.StartAsync(
            Subscription, h2c: true, reply: delivery => delivery.Text("data") == "bad" ? new Reply(500) : Reply.Ok);
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port, h2c: true));
        var entries = string.Join(',', Enumerable.Range(0, 200).Select(i =>
            $$"""{"entryId":"e{{i}}","event":"{{(i % 50 == 7 ? "bad" : "good")}}","contentType":"text/plain"}"""));

        var answer = await sidecar.PublishAsync("bulk/pubsub/a", $"[{entries}]", "application/json");
        Assert.Equal((HttpStatusCode.InternalServerError, "ERR_PUBSUB_PUBLISH_MESSAGE"), (answer.Status, answer.Code));
        var failed = answer.Json.GetProperty("failedEntries").EnumerateArray().ToArray();
        Assert.Equal(["e7", "e57", "e107", "e157"], failed.Select(f => f.GetProperty("entryId").GetString()));
        Assert.All(failed, f => Assert.StartsWith("[subscriber=subscriber reached=true status=500] ", f.GetProperty("error").GetString()));
        Assert.Equal(200, app.Delivered);
    }

    [Fact]
    public async Task A_failing_event_is_dead_lettered_after_the_retries_if_their_number_is_set()
    {
        await using var app = await RecordingApp.StartAsync(WithDeadLetters, reply: d => d.Path == "/a" ? new Reply(500) : Reply.Ok);
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions
        {
            Apps = [new SidecarApp { Id = "publisher" }, TestSidecar.App("subscriber", app.Port)],
            InboundRetries = 4,
            InboundRetryDelay = TimeSpan.FromMilliseconds(1),
        });
        await sidecar.HasFoundAsync("subscriber");

        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/a", "x")).Status);
        for (var i = 0; i < 5; i++)
            Assert.Equal("/a", (await app.NextAsync()).Path);
        Assert.Equal("/dead", (await app.NextAsync()).Path);
        Assert.Null(app.Another());
    }

    [Fact]
    public async Task An_event_whose_dead_letter_fails_is_refused_and_a_circle_of_dead_letters_ends()
    {
        await using var app = await RecordingApp.StartAsync(WithDeadLetters, reply: d => new Reply(d.Path == "/a" ? 404 : 500));
        await using var circle = await RecordingApp.StartAsync(
            """[{"pubsubname":"pubsub","topic":"round","route":"/r","deadLetterTopic":"round"}]""", reply: _ => new Reply(404));
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port), TestSidecar.App("circle", circle.Port));

        Assert.Equal("500", (await sidecar.PublishAsync("pubsub/a", "x")).Info.GetProperty("status").GetString());
        Assert.Contains("circle at round", (await sidecar.PublishAsync("pubsub/round", "x")).Message);
    }

    [Fact]
    public async Task No_more_than_the_allowed_number_is_in_flight_at_one_app()
    {
        var (now, most) = (0, 0);
        using var gate = new SemaphoreSlim(0);
        await using var app = await RecordingApp.StartAsync(Subscription, h2c: true, replyLater: async _ =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            await gate.WaitAsync();
            Interlocked.Decrement(ref now);
            return Reply.Ok;
        });
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions
        {
            Apps = [new SidecarApp { Id = "publisher" }, TestSidecar.App("subscriber", app.Port, h2c: true)],
            DeliveriesInFlight = 3,
        });
        await sidecar.HasFoundAsync("subscriber");
        var entries = string.Join(',', Enumerable.Range(0, 20).Select(i => $$"""{"entryId":"{{i}}","event":"x","contentType":"text/plain"}"""));
        var publishing = sidecar.PublishAsync("bulk/pubsub/a", $"[{entries}]", "application/json");
        await Eventually.IsTrueAsync(() => Volatile.Read(ref now) == 3, "three are being handled");
        gate.Release(20);
        Assert.Equal(HttpStatusCode.NoContent, (await publishing).Status);
        Assert.Equal((3, 20), (most, app.Delivered));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value; seen = Volatile.Read(ref target))
            Interlocked.CompareExchange(ref target, value, seen);
    }

    public enum Expected
    {
        Acknowledged,
        Dropped,
        Failed,
    }
}
