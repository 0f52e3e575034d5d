using System.Text;
using Training.Contracts;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>The publisher dies between any two of its steps: commit, lease, publish, mark sent.</summary>
public sealed class RelayCrashTests
{
    // Longer than a busy machine stands still: it must not run out once more.
    private static readonly TimeSpan ShortLease = TimeSpan.FromSeconds(5);

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_is_delivered_once_when_the_publisher_dies_after_the_commit_and_before_the_lease(string provider)
    {
        await using var house = await House.StartAsync(provider);
        await house.Only.StopAsync();
        await house.Only.PublishAsync("Decided");
        var row = Assert.Single(await house.Only.OutboxAsync());
        Assert.Equal(((Guid?)null, (long?)null), (row.LeaseOwner, row.Sent));
        await house.StopServiceAsync("suggestions");

        var service = await house.StartServiceAsync("suggestions");

        await service.AllIsSentAsync();
        Assert.Equal(1, (await service.TallyAsync()).Made);
        Assert.Single(await service.RowsAsync<InboxRow>());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_is_delivered_once_its_lease_has_run_out_when_the_publisher_dies_after_the_lease_and_before_publishing(string provider)
    {
        await using var sidecar = await FakeSidecar.StartAsync();
        await using var house = await House.StartAsync(provider, fake: sidecar);
        await house.Only.StopAsync();
        await house.Only.PublishAsync("Leased");
        var leaseEnd = TimeProvider.System.GetUtcNow() + ShortLease;
        await house.Only.SqlAsync($"UPDATE outbox SET lease_owner = '{Guid.CreateVersion7().ToString().ToUpperInvariant()}', next_attempt = {leaseEnd.ToMicroseconds()}");
        await house.StopServiceAsync("suggestions");

        var service = await house.StartServiceAsync("suggestions");

        await service.AllIsSentAsync();
        var publish = Assert.Single(sidecar.Publishes);
        Assert.True(publish.At >= leaseEnd - TimeSpan.FromMilliseconds(1), $"{publish.At:O} is before the lease's end {leaseEnd:O}");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_comes_again_with_the_same_id_and_counts_once_when_the_publisher_is_killed_after_publishing_and_before_marking_it_sent(string provider)
    {
        await using var sidecar = await FakeSidecar.StartAsync();
        var dead = new TaskCompletionSource<FakeAnswer>();
        sidecar.Answer = publish => publish.Number == 1 ? dead.Task : Task.FromResult(FakeAnswer.Taken);
        await using var house = await House.StartAsync(
            provider, ["publisher", "subscriber"], settings => settings["Messaging:Lease"] = ShortLease.ToString(), sidecar, asProcess: "publisher");
        var publisher = await house.StartProcessAsync("publisher");

        await publisher.Suggestions.SuggestAsync(
            new SuggestRequest { Text = "Published" }, house.People.Call(People.Hospital, "Erin", Role.Employee));
        await Eventually.IsTrueAsync(() => sidecar.Publishes.Count >= 1, "the event is on its way");
        await publisher.KillAsync();
        dead.SetResult(FakeAnswer.Taken);
        var service = await house.StartServiceAsync("publisher");
        await service.AllIsSentAsync();

        var events = sidecar.Publishes.SelectMany(publish => publish.Events).ToList();
        Assert.Equal(2, events.Count);
        Assert.Equal(events[0].Id, events[1].Id);
        foreach (var again in events)
            Assert.Equal(Delivered.Acknowledged, await house["subscriber"].DeliverAsync(Encoding.UTF8.GetBytes(again.Envelope)));
        Assert.Equal(1, (await house["subscriber"].TallyAsync()).Made);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_comes_again_at_once_when_the_service_was_stopped_in_good_order_while_publishing(string provider)
    {
        await using var sidecar = await FakeSidecar.StartAsync();
        var never = new TaskCompletionSource<FakeAnswer>();
        sidecar.Answer = publish => publish.Number == 1 ? never.Task : Task.FromResult(FakeAnswer.Taken);
        await using var house = await House.StartAsync(provider, fake: sidecar, configure: settings => settings["Messaging:Lease"] = "01:00:00");
        await house.Only.SuggestAsync();
        await Eventually.IsTrueAsync(() => sidecar.Publishes.Count == 1, "the event is on its way");

        await house.StopServiceAsync("suggestions");
        var service = await house.StartServiceAsync("suggestions");

        await service.AllIsSentAsync();
        Assert.Equal(2, sidecar.Ids.Count);
        Assert.Single(sidecar.Ids.Distinct());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_comes_again_without_an_attempt_counted_when_the_sidecar_takes_it_and_never_answers(string provider)
    {
        await using var sidecar = await FakeSidecar.StartAsync();
        var never = new TaskCompletionSource<FakeAnswer>();
        sidecar.Answer = publish => publish.Number == 1 ? never.Task : Task.FromResult(FakeAnswer.Taken);
        await using var house = await House.StartAsync(provider, fake: sidecar, configure: settings =>
        {
            settings["Messaging:Lease"] = ShortLease.ToString();
            settings["Messaging:Relays"] = "1";
        });

        await house.Only.SuggestAsync();

        await house.Only.AllIsSentAsync();
        Assert.Equal(2, sidecar.Ids.Count);
        Assert.Equal(0, Assert.Single(await house.Only.OutboxAsync()).Attempts);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Events_leased_with_one_that_broke_off_come_at_once_when_the_sidecar_is_back(string provider)
    {
        await using var sidecar = await FakeSidecar.StartAsync();
        sidecar.Answer = publish => Task.FromResult(publish.Number == 1 ? FakeAnswer.Broken : FakeAnswer.Taken);
        await using var house = await House.StartAsync(provider, fake: sidecar, configure: settings => settings["Messaging:Lease"] = "01:00:00");
        var tooMuchForOneRequest = Enumerable.Repeat(new string('x', 800_000), 3).ToArray();

        await house.Only.PublishAsync(tooMuchForOneRequest);

        await house.Only.AllIsSentAsync();
        Assert.Equal(3, sidecar.Ids.Distinct().Count());
    }
}
