using System.Net;
using Training.Runtime.LocalSidecar;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.Dapr;

/// <summary>Apps that are not there, not there yet, or come back as others.</summary>
public sealed class UnreachedAppTests
{
    private const string Subscription = """[{"pubsubname":"pubsub","topic":"a","route":"/a"}]""";

    [Fact]
    public async Task An_event_for_an_app_that_has_not_said_what_it_wants_is_refused_as_not_reached()
    {
        var port = FreePort.Take();
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions
        {
            Apps = [new SidecarApp { Id = "publisher" }, TestSidecar.App("late", port)],
        });
        var refused = await sidecar.PublishAsync("pubsub/a", "x");
        IsNotReached(refused, "late");
        Assert.Contains("has not said yet", refused.Message);
        Assert.False(await sidecar.IsReadyAsync("late"));
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.SendAsync(System.Net.Http.HttpMethod.Get, "/v1.0/healthz/outbound", app: "late")).Status);

        await using var app = await RecordingApp.StartAsync(Subscription, port: port);
        await sidecar.HasFoundAsync("late");
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/a", "x")).Status);
        Assert.Equal(1, app.Delivered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_app_that_goes_is_not_reached_and_comes_back_with_other_subscriptions(bool h2c)
    {
        var app = await RecordingApp.StartAsync(Subscription, h2c);
        await using var sidecar = await TestSidecar.BesideAsync(TestSidecar.App("subscriber", app.Port, h2c));
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/a", "x")).Status);
        await app.DisposeAsync();

        IsNotReached(await sidecar.PublishAsync("pubsub/a", "x"), "subscriber");
        IsNotReached(await sidecar.PublishAsync("pubsub/a", "x"), "subscriber");
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/b", "x")).Status);

        await using var other = await RecordingApp.StartAsync("""[{"pubsubname":"pubsub","topic":"b","route":"/b"}]""", h2c, app.Port);
        await Eventually.IsTrueAsync(
            async () => (await sidecar.PublishAsync("pubsub/a", "x")).Status == HttpStatusCode.NoContent, "nobody wants topic a any more");
        Assert.Equal(0, other.Delivered);
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/b", "x")).Status);
        Assert.Equal("/b", (await other.NextAsync()).Path);
    }

    [Fact]
    public async Task An_app_that_fails_to_say_what_it_wants_is_asked_again()
    {
        await using var app = await RecordingApp.StartAsync(Subscription);
        app.SubscribeStatus = 503;
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions
        {
            Apps = [new SidecarApp { Id = "publisher" }, TestSidecar.App("subscriber", app.Port)],
        });
        await Eventually.IsTrueAsync(() => app.TimesAsked > 2, "the app is asked repeatedly");
        IsNotReached(await sidecar.PublishAsync("pubsub/a", "x"), "subscriber");
        app.SubscribeStatus = 200;
        await sidecar.HasFoundAsync("subscriber");
        Assert.Equal(HttpStatusCode.NoContent, (await sidecar.PublishAsync("pubsub/a", "x")).Status);
    }

    [Theory]
    [InlineData("""[{"pubsubname":"pubsub","topic":"orders","routes":{"rules":[{"match":"event.type == 'x'","path":"/x"}],"default":"/d"}}]""", "CEL expression")]
    [InlineData("""[{"pubsubname":"pubsub","topic":"orders","route":"/o","bulkSubscribe":{"enabled":true}}]""", "bulk delivery")]
    [InlineData("""[{"pubsubname":"pubsub","topic":"orders","route":"/o","metadata":{"rawPayload":"maybe"}}]""", "rawPayload")]
    public async Task A_subscription_that_the_sidecar_cannot_serve_is_refused_by_name(string subscriptions, string why)
    {
        await using var app = await RecordingApp.StartAsync(subscriptions);
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions
        {
            Apps = [new SidecarApp { Id = "publisher" }, TestSidecar.App("subscriber", app.Port)],
        });
        await Eventually.IsTrueAsync(() => app.TimesAsked > 0, "the app is asked");
        await Eventually.IsTrueAsync(async () => (await sidecar.PublishAsync("pubsub/orders", "x")).Message.Contains(why), "the refusal tells why");
        var refused = await sidecar.PublishAsync("pubsub/orders", "x");
        IsNotReached(refused, "subscriber");
        Assert.Contains("the subscription to topic orders of pubsub", refused.Message);
        Assert.False(await sidecar.IsReadyAsync("subscriber"));
    }

    [Fact]
    public async Task An_app_that_does_not_answer_in_time_counts_as_not_reached()
    {
        using var never = new SemaphoreSlim(0);
        await using var app = await RecordingApp.StartAsync(Subscription, replyLater: async _ =>
        {
            await never.WaitAsync();
            return Reply.Ok;
        });
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions
        {
            Apps = [new SidecarApp { Id = "publisher" }, TestSidecar.App("subscriber", app.Port)],
            DeliveryTimeout = TimeSpan.FromMilliseconds(200),
        });
        await sidecar.HasFoundAsync("subscriber");
        var refused = await sidecar.PublishAsync("pubsub/a", "x");
        IsNotReached(refused, "subscriber");
        Assert.Contains("did not answer within 0.2 s", refused.Message);
        never.Release(10);
    }

    [Fact]
    public async Task Bulk_entries_for_an_app_that_is_not_there_are_each_not_reached()
    {
        await using var sidecar = await TestSidecar.StartAsync(new SidecarOptions
        {
            Apps = [new SidecarApp { Id = "publisher" }, TestSidecar.App("late", FreePort.Take())],
        });
        var answer = await sidecar.PublishAsync(
            "bulk/pubsub/a", """[{"entryID":"1","event":{},"contentType":"application/json"},{"ENTRYID":"2","event":{},"contentType":"application/json"}]""");
        var failed = answer.Json.GetProperty("failedEntries").EnumerateArray().ToArray();
        Assert.Equal(["1", "2"], failed.Select(f => f.GetProperty("entryId").GetString()));
        Assert.All(failed, f => Assert.StartsWith("[subscriber=late reached=false status=0] ", f.GetProperty("error").GetString()));
    }

    private static void IsNotReached(TestSidecar.Answer answer, string subscriber)
    {
        Assert.Equal((HttpStatusCode.InternalServerError, "ERR_PUBSUB_PUBLISH_MESSAGE"), (answer.Status, answer.Code));
        Assert.Equal((subscriber, "false", "0"), (
            answer.Info.GetProperty("subscriber").GetString(), answer.Info.GetProperty("reached").GetString(), answer.Info.GetProperty("status").GetString()));
    }
}
