using System.Text;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>The subscriber dies between any two of its steps: inbox row, effect, commit, answer.</summary>
public sealed class InboxCrashTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public Task Event_counts_once_when_the_subscriber_is_killed_after_the_inbox_row_and_before_its_effect(string provider) =>
        CountsOnceWhenKilledAsync(provider, "BEFORE");

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public Task Event_counts_once_when_the_subscriber_is_killed_after_its_effect_and_before_the_commit(string provider) =>
        CountsOnceWhenKilledAsync(provider, "AFTER");

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_counts_once_when_the_connection_breaks_after_the_commit_and_before_the_answer(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var envelope = Encoding.UTF8.GetBytes(Deliveries.SuggestionMade(People.Hospital).ToJsonString());

        using (var connection = Deliveries.NewConnection())
        {
            var unheard = connection.SendAsync(Deliveries.Request(house.Only, envelope));
            await Eventually.IsTrueAsync(async () => (await house.Only.RowsAsync<InboxRow>()).Count == 1, "the reaction is committed");
        }

        Assert.Equal(Delivered.Acknowledged, await house.Only.DeliverAsync(envelope));
        Assert.Equal(1, (await house.Only.TallyAsync()).Made);
        Assert.Single(await house.Only.RowsAsync<InboxRow>());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_counts_once_when_the_sidecar_gives_up_waiting_in_the_middle_of_the_reaction(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var envelope = Encoding.UTF8.GetBytes(Deliveries.SuggestionMade(People.Hospital).ToJsonString());
        await using var outsider = await Outsider.ConnectAsync(provider, house.DatabaseOf("suggestions"));
        await outsider.ExecuteAsync(provider == TestDatabases.Postgres ? "BEGIN; LOCK TABLE inbox" : "BEGIN IMMEDIATE");

        using (var connection = Deliveries.NewConnection())
        using (var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300)))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.SendAsync(Deliveries.Request(house.Only, envelope), patience.Token));
        }

        await outsider.ExecuteAsync("ROLLBACK");
        Assert.Equal(Delivered.Acknowledged, await house.Only.DeliverAsync(envelope));
        Assert.Equal(1, (await house.Only.TallyAsync()).Made);
        Assert.Single(await house.Only.RowsAsync<InboxRow>());
    }

    private static async Task CountsOnceWhenKilledAsync(string provider, string when)
    {
        await using var house = await House.StartAsync(provider, ["publisher", "subscriber"], asProcess: "subscriber");
        var subscriber = await house.StartProcessAsync("subscriber");
        await using var roadblock = await Roadblock.PutUpAsync(provider, house.DatabaseOf("subscriber"), when);
        await using var outsider = await Outsider.ConnectAsync(provider, house.DatabaseOf("subscriber"));

        await house["publisher"].SuggestAsync();
        await roadblock.IsReachedAsync();
        await subscriber.KillAsync();
        await roadblock.LiftAsync();
        Assert.Equal(0, await outsider.NumberAsync("SELECT count(*) FROM inbox"));
        Assert.Equal(0, await outsider.NumberAsync("SELECT count(*) FROM tallies"));
        var again = await house.StartServiceAsync("subscriber");

        await house["publisher"].AllIsSentAsync();
        Assert.Equal(1, (await again.TallyAsync()).Made);
        Assert.Single(await again.RowsAsync<InboxRow>());
        Assert.Equal(0, Assert.Single(await house["publisher"].OutboxAsync()).Attempts);
    }
}
