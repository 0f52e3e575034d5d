using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Training.Contracts;
using Training.Operations.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>An event that a subscriber can never take.</summary>
public sealed class PoisonEventTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_is_parked_while_others_are_delivered_and_delivered_by_the_operators_retry_once_the_cause_is_mended(string provider)
    {
        await using var house = await House.StartAsync(provider, configure: settings => settings["Messaging:ParkAfter"] = "4");
        var service = house.Only;
        using var counters = new Counters(service);
        await service.BreakTallyAsync(provider, People.Hospital);

        await service.SuggestAsync("Poison", People.Hospital);
        foreach (var text in new[] { "One", "Two", "Three" })
            await service.SuggestAsync(text, People.Clinic);

        await Eventually.IsTrueAsync(async () => (await service.TallyAsync(People.Clinic)).Made == 3, "the others pass by");
        await Eventually.IsTrueAsync(() => counters["training.outbox.parked"] >= 1 && counters["training.outbox.published"] >= 3, "one is parked, the others are marked sent");
        var parked = Assert.Single(await service.OutboxAsync(), row => row.Sent is null);
        Assert.Equal((People.Hospital, 4), (parked.Organisation, parked.Attempts));
        Assert.Contains("subscriber=suggestions reached=true status=500", parked.LastError, StringComparison.Ordinal);
        Assert.Equal(1, counters["training.outbox.parked"]);
        Assert.Equal(3, counters["training.outbox.published"]);
        Assert.Equal(HealthStatus.Degraded, await HealthAsync(service));
        Assert.Equal(0, (await service.TallyAsync(People.Hospital)).Made);
        Assert.DoesNotContain(await service.RowsAsync<InboxRow>(), row => row.Organisation == People.Hospital);

        await service.MendTallyAsync(provider);
        var listed = await service.Operations.ListOutboxAsync(new ListOutboxRequest { OnlyParked = true }, service.Operator());
        var retried = await service.Operations.RetryOutboxAsync(new RetryOutboxRequest { Ids = { listed.Entries.Single().Id } }, service.Operator());

        Assert.Equal(1, retried.Retried);
        await Eventually.IsTrueAsync(async () => (await service.TallyAsync(People.Hospital)).Made == 1, "it is delivered at last");
        await service.AllIsSentAsync();
        Assert.Equal(HealthStatus.Healthy, await HealthAsync(service));
        await Eventually.IsTrueAsync(() => counters["training.outbox.published"] >= 4, "its delivery is counted");
        Assert.Equal(4, counters["training.outbox.published"]);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Waits_double_from_the_first_to_the_longest_when_an_event_fails_again_and_again(string provider)
    {
        await using var sidecar = await FakeSidecar.StartAsync();
        sidecar.Answer = publish => Task.FromResult(FakeAnswer.Failed(publish.Events));
        await using var house = await House.StartAsync(provider, fake: sidecar, configure: settings =>
        {
            settings["Messaging:ParkAfter"] = "6";
            settings["Messaging:FirstWait"] = "00:00:00.040";
            settings["Messaging:LongestWait"] = "00:00:00.200";
        });

        await house.Only.SuggestAsync();
        await Eventually.IsTrueAsync(async () => (await house.Only.OutboxAsync()).Exists(row => row.Parked), "the event is parked");

        var times = sidecar.Publishes.Select(publish => publish.At).ToList();
        Assert.Equal(6, times.Count);
        var waits = times.Zip(times.Skip(1), (before, after) => (after - before).TotalMilliseconds).ToList();
        Assert.All(waits.Zip([40, 80, 160, 200, 200]), wait => Assert.True(wait.First >= wait.Second - 1, $"{wait.First} ms is less than {wait.Second} ms"));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Retry_leaves_other_organisations_events_parked_when_an_operator_retries_everything(string provider)
    {
        await using var sidecar = await FakeSidecar.StartAsync();
        sidecar.Answer = publish => Task.FromResult(FakeAnswer.Failed(publish.Events));
        await using var house = await House.StartAsync(provider, fake: sidecar, configure: settings => settings["Messaging:ParkAfter"] = "1");
        await house.Only.SuggestAsync("Ours", People.Hospital);
        await house.Only.SuggestAsync("Theirs", People.Clinic);
        await Eventually.IsTrueAsync(async () => (await house.Only.OutboxAsync()).TrueForAll(row => row.Parked), "both are parked");
        sidecar.Answer = _ => Task.FromResult(FakeAnswer.Taken);

        var retried = await house.Only.Operations.RetryOutboxAsync(new RetryOutboxRequest(), house.Only.Operator());

        Assert.Equal(1, retried.Retried);
        await Eventually.IsTrueAsync(async () => (await house.Only.OutboxAsync()).Exists(row => row.Sent is not null), "ours is delivered");
        var theirs = Assert.Single(await house.Only.OutboxAsync(), row => row.Sent is null);
        Assert.Equal((People.Clinic, true), (theirs.Organisation, theirs.Parked));
        var listed = await house.Only.Operations.ListOutboxAsync(
            new ListOutboxRequest(), house.Only.As(People.Clinic, "Clara", Role.Operator));
        Assert.Equal(theirs.Id.ToString(), Assert.Single(listed.Entries).Id);
    }

    private static async Task<HealthStatus> HealthAsync(RunningService service) =>
        (await service.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status;
}
