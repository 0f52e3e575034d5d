using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class RelayTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_is_published_once_when_two_hosts_share_the_outbox_and_nothing_fails(string provider)
    {
        await using var sidecar = await FakeSidecar.StartAsync();
        await using var house = await House.StartAsync(provider, fake: sidecar, configure: settings => settings["Messaging:BatchSize"] = "7");
        var hosts = new[] { house.Only, await house.StartTwinAsync("suggestions") };

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => hosts[i % 2].ImportAsync(Enumerable.Range(0, 25).Select(n => $"{i}/{n}"))));
        await hosts[0].AllIsSentAsync();

        var outbox = (await hosts[0].OutboxAsync()).Select(row => row.Id.ToString());
        Assert.Equal(400, sidecar.Ids.Count);
        Assert.Equal(outbox.Order(StringComparer.Ordinal), sidecar.Ids.Order(StringComparer.Ordinal));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_waits_without_an_attempt_counted_when_the_sidecar_is_down_for_a_while(string provider)
    {
        await using var house = await House.StartAsync(provider, configure: settings => settings["Messaging:ParkAfter"] = "1");
        var service = house.Only;
        await house.StopSidecarAsync();

        await service.ImportAsync("One", "Two", "Three");
        await Eventually.IsTrueAsync(
            async () => (await service.OutboxAsync()).TrueForAll(row => row.LastError?.Contains("could not be reached", StringComparison.Ordinal) == true),
            "the relay has tried");
        Assert.All(await service.OutboxAsync(), row => Assert.Equal((0, false, (long?)null), (row.Attempts, row.Parked, row.Sent)));
        await house.StartSidecarAsync();

        await service.AllIsSentAsync();
        Assert.Equal(3, (await service.TallyAsync()).Made);
        Assert.All(await service.OutboxAsync(), row => Assert.Equal(0, row.Attempts));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_waits_without_an_attempt_counted_when_one_subscriber_is_down_and_the_others_have_it_once(string provider)
    {
        await using var house = await House.StartAsync(provider, ["suggestions", "listener"], settings => settings["Messaging:ParkAfter"] = "1");
        var service = house["suggestions"];
        await service.SuggestAsync("Both are here");
        await Eventually.IsTrueAsync(async () => (await house["listener"].TallyAsync()).Made == 1, "the listener is subscribed");
        await house.StopServiceAsync("listener");

        await service.ImportAsync("One", "Two", "Three");
        var tries = new HashSet<long>();
        await Eventually.IsTrueAsync(async () => tries.Add((await service.OutboxAsync())[^1].NextAttempt) && tries.Count > 6, "it is tried again and again");
        var waiting = (await service.OutboxAsync()).Where(row => row.Sent is null).ToList();
        Assert.Equal(3, waiting.Count);
        Assert.All(waiting, row => Assert.Equal((0, false), (row.Attempts, row.Parked)));
        Assert.Contains(waiting, row => row.LastError?.Contains("subscriber=listener reached=false", StringComparison.Ordinal) == true);
        Assert.Equal(4, (await service.TallyAsync()).Made);
        await house.StartServiceAsync("listener");

        await service.AllIsSentAsync();
        Assert.Equal(4, (await house["listener"].TallyAsync()).Made);
        Assert.Equal(4, (await service.TallyAsync()).Made);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_fails_alone_when_the_sidecar_refuses_the_whole_batch_because_of_it(string provider)
    {
        await using var sidecar = await FakeSidecar.StartAsync();
        sidecar.Answer = publish => Task.FromResult(publish.Events.Any(IsBad) ? new FakeAnswer(400, "cannot take this") : FakeAnswer.Taken);
        await using var house = await House.StartAsync(provider, fake: sidecar, configure: settings => settings["Messaging:ParkAfter"] = "3");
        var service = house.Only;

        await service.ImportAsync("One", "Two", "Bad", "Three");
        await Eventually.IsTrueAsync(async () => (await service.OutboxAsync()).Exists(row => row.Parked), "the bad one is parked");

        var outbox = await service.OutboxAsync();
        var bad = Assert.Single(outbox, row => row.Sent is null);
        Assert.Contains("Bad", bad.Payload, StringComparison.Ordinal);
        Assert.Contains("cannot take this", bad.LastError, StringComparison.Ordinal);
        Assert.Equal(3, bad.Attempts);
        Assert.All(outbox.Except([bad]), row => Assert.Equal(0, row.Attempts));
        Assert.All(outbox.Except([bad]), row => Assert.Single(sidecar.Publishes, p => p.Events.Count == 1 && p.Events[0].Id == row.Id.ToString()));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Batch_is_divided_when_it_is_larger_than_the_sidecar_takes(string provider)
    {
        const int sidecarTakes = 4 * 1024 * 1024;
        await using var sidecar = await FakeSidecar.StartAsync();
        await using var house = await House.StartAsync(provider, fake: sidecar, configure: settings => settings["Messaging:BatchSize"] = "1000");
        var service = house.Only;

        // Three bytes a character.
        await service.PublishAsync([.. Enumerable.Repeat(new string('語', 200_000), 12), new string('語', 1_200_000), "A short one"]);
        await service.AllIsSentAsync();

        Assert.Equal(14, sidecar.Ids.Distinct().Count());
        Assert.Equal(14, sidecar.Ids.Count);
        Assert.All(sidecar.Publishes, publish => Assert.InRange(publish.Bytes, 1, sidecarTakes));
        Assert.Contains(sidecar.Publishes, publish => publish.Events.Count > 1);
    }

    private static bool IsBad(PublishedEvent e) => e.Envelope.Contains("\"Bad\"", StringComparison.Ordinal);
}
