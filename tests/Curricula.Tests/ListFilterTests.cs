using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Training.Contracts;
using Training.Curricula.V1;

namespace Training.Curricula.Tests;

/// <summary>What the gateway asks of curricula and campaigns: narrowed down, ordered, counted, many at once, and what changed.</summary>
public sealed class ListFilterTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_filter_of_curricula_lists_what_meets_it_and_many_are_read_at_once(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var first = await curricula.PublishAsync(Contents.Titled("First"));
        var second = await curricula.PublishAsync(Contents.Titled("Second"));
        var declined = await curricula.ProposeAsync(Contents.With(content => content.Code = "night-shift"));
        await curricula.Library.DeclineCurriculumAsync(Requests.Decline(declined), curricula.Security());
        var open = await curricula.ProposeAsync(Contents.With(content => content.Code = "new-hires"));
        await curricula.KnowAsync(Somebody.Clinic);
        var elsewhere = await curricula.PublishAsync(organisation: Somebody.Clinic);

        (V1.CurriculumFilter Filter, V1.CurriculumVersion[] Expected)[] filters =
        [
            (new(), [first, second, declined, open]),
            (new() { CurriculumId = first.CurriculumId }, [first, second]),
            (new() { State = V1.CurriculumState.Published }, [second]),
            (new() { State = V1.CurriculumState.Superseded }, [first]),
            (new() { State = V1.CurriculumState.Declined }, [declined]),
            (new() { State = V1.CurriculumState.Proposed }, [open]),
            (new() { Code = "night-shift" }, [declined]),
            (new() { Code = "night-shift", State = V1.CurriculumState.Published }, []),
            (new() { CurriculumId = elsewhere.CurriculumId }, []),
        ];
        foreach (var (filter, expected) in filters)
        {
            await PageWalk.HoldsAsync([.. expected.Select(Name)], async (token, backwards) =>
            {
                var page = await curricula.Library.ListCurriculaAsync(
                    new ListCurriculaRequest { Filter = filter, PageSize = 2, PageToken = token, Backwards = backwards, WithTotal = true }, curricula.Privacy());
                Assert.Equal(expected.Length, page.Total);
                return new SeenPage([.. page.Versions.Select(Name)], page.Cursors, page.NextPageToken);
            });
        }

        var lists = await curricula.Library.BatchListCurriculaAsync(
            new BatchListCurriculaRequest { CurriculumIds = { first.CurriculumId, open.CurriculumId, elsewhere.CurriculumId }, PageSize = 1, WithTotal = true }, curricula.Privacy());
        Assert.Equal(
            [(first.CurriculumId, Name(first), 2, true), (open.CurriculumId, Name(open), 1, false)],
            lists.Lists.Select(list => (list.Of, Name(list.Versions.Single()), (int)list.Total, list.NextPageToken != "")).OrderByDescending(list => list.Item3));

        var several = await curricula.Library.BatchGetCurriculaAsync(
            new BatchGetCurriculaRequest { Curricula = { Key(first, 0), Key(first, 1), Key(first, 1), Key(first, 3), Key(open, 0), Key(open, 1), Key(elsewhere, 1) } }, curricula.Privacy());
        Assert.Equal(
            [(Key(first, 0), Name(second)), (Key(first, 1), Name(first)), (Key(open, 1), Name(open))],
            several.Curricula.Select(one => (one.Asked, Name(one.Version))).OrderBy(one => one.Asked.CurriculumId == open.CurriculumId).ThenBy(one => one.Asked.Version));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Versions_read_many_at_once_are_as_they_are_now_when_they_were_read_before_they_changed(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var first = await curricula.ProposeAsync(Contents.Titled("First"));
        await AreAsTheyAreNowAsync(V1.CurriculumState.Proposed);
        await curricula.Library.ApproveCurriculumAsync(Requests.Approve(first), curricula.Security());
        await AreAsTheyAreNowAsync(V1.CurriculumState.Published);
        await curricula.PublishAsync(Contents.Titled("Second"));
        await AreAsTheyAreNowAsync(V1.CurriculumState.Superseded);
        // The clinic has seen as many changes as the hospital.
        await curricula.KnowAsync(Somebody.Clinic);
        for (var version = 1; version <= 2; version++)
            await curricula.PublishAsync(Contents.Titled($"Version {version}"), Somebody.Clinic);
        Assert.Empty((await curricula.Library.BatchGetCurriculaAsync(
            new BatchGetCurriculaRequest { Curricula = { Key(first, 1) } }, curricula.Privacy(organisation: Somebody.Clinic))).Curricula);

        async Task AreAsTheyAreNowAsync(V1.CurriculumState state)
        {
            for (var time = 1; time <= 2; time++)
            {
                var several = await curricula.Library.BatchGetCurriculaAsync(
                    new BatchGetCurriculaRequest { Curricula = { Key(first, 0), Key(first, 1), Key(first, 2) } }, curricula.Privacy());
                Assert.Equal(state, several.Curricula.Single(one => one.Asked.Version == 1).Version.State);
                foreach (var one in several.Curricula)
                    Assert.Equal(await curricula.Library.GetCurriculumAsync(one.Asked, curricula.Privacy()), one.Version);
                Assert.Equal(state == V1.CurriculumState.Proposed ? 1 : state == V1.CurriculumState.Published ? 2 : 3, several.Curricula.Count);
            }
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Versions_read_many_at_once_are_read_once_after_each_change_of_their_organisation(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        await curricula.KnowAsync(Somebody.Clinic);
        var (first, second) = (await curricula.PublishAsync(), await curricula.ProposeAsync(Contents.With(content => content.Code = "new-hires")));
        Assert.Equal((2, 1), (await StatementsAsync(), await StatementsAsync()));
        await curricula.PublishAsync(organisation: Somebody.Clinic);
        Assert.Equal(1, await StatementsAsync());
        await curricula.LaunchAsync(first);
        Assert.Equal((2, 1), (await StatementsAsync(), await StatementsAsync()));

        async Task<int> StatementsAsync() => (await Statements.OfAsync(curricula.Service, async () =>
            Assert.Equal(3, (await curricula.Library.BatchGetCurriculaAsync(
                new BatchGetCurriculaRequest { Curricula = { Key(first, 0), Key(first, 1), Key(second, 1), Key(second, 2) } }, curricula.Privacy())).Curricula.Count))).Count;
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_filter_and_order_of_campaigns_lists_what_meets_it_and_many_are_read_at_once(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var version = await curricula.PublishAsync();
        var over = await LaunchAsync(version, 3);
        await EndAsync(curricula.Service.Database, over);
        var cancelled = await LaunchAsync(version, 80);
        cancelled = await curricula.Campaigns.CancelCampaignAsync(new CancelCampaignRequest { CampaignId = cancelled.Id, Reason = "Wrong date." }, curricula.Privacy());
        var running = await LaunchAsync(version, 60);
        var other = await LaunchAsync(await curricula.PublishAsync(Contents.With(content => content.Code = "new-hires")), 70);

        (V1.CampaignFilter Filter, V1.Campaign[] NewestFirst, V1.Campaign[] ByDueDate)[] filters =
        [
            (new(), [other, running, cancelled, over], [over, running, other, cancelled]),
            (new() { CurriculumId = version.CurriculumId }, [running, cancelled, over], [over, running, cancelled]),
            (new() { State = V1.CampaignState.Running }, [other, running], [running, other]),
            (new() { State = V1.CampaignState.Over }, [over], [over]),
            (new() { State = V1.CampaignState.Cancelled }, [cancelled], [cancelled]),
            (new() { DueBefore = other.DueOn }, [running, over], [over, running]),
            (new() { DueBefore = over.DueOn }, [], []),
        ];
        foreach (var (filter, newestFirst, byDueDate) in filters)
        {
            await HoldsAsync(filter, V1.CampaignOrder.Unspecified, newestFirst);
            await HoldsAsync(filter, V1.CampaignOrder.Due, byDueDate);
        }
        var lists = await curricula.Campaigns.BatchListCampaignsAsync(
            new BatchListCampaignsRequest { CurriculumIds = { version.CurriculumId, other.CurriculumId }, Order = V1.CampaignOrder.Due, PageSize = 2, WithTotal = true }, curricula.Privacy());
        Assert.Equal([over, running], lists.Lists.Single(list => list.Of == version.CurriculumId).Campaigns);
        Assert.Equal([(3L, true), (1L, false)], lists.Lists.Select(list => (list.Total, list.NextPageToken != "")).OrderByDescending(list => list.Total));
        var several = await curricula.Campaigns.BatchGetCampaignsAsync(
            new BatchGetCampaignsRequest { CampaignIds = { over.Id, other.Id, Guid.CreateVersion7().ToString() } }, curricula.Service.Call(Role.Integration));
        Assert.Equal(new[] { over, other }.OrderBy(c => c.Id), several.Campaigns.OrderBy(c => c.Id));

        async Task<V1.Campaign> LaunchAsync(V1.CurriculumVersion of, int days) =>
            await curricula.Campaigns.LaunchCampaignAsync(Requests.Launch(of, dueOn: Dates.In(days)), curricula.Privacy());

        Task HoldsAsync(V1.CampaignFilter filter, V1.CampaignOrder order, IReadOnlyList<V1.Campaign> expected) =>
            PageWalk.HoldsAsync([.. expected.Select(c => c.Id)], async (token, backwards) =>
            {
                var page = await curricula.Campaigns.ListCampaignsAsync(
                    new ListCampaignsRequest { Filter = filter, Order = order, PageSize = 2, PageToken = token, Backwards = backwards, WithTotal = true }, curricula.Privacy());
                Assert.Equal(expected.Count, page.Total);
                return new SeenPage([.. page.Campaigns.Select(c => c.Id)], page.Cursors, page.NextPageToken);
            });
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Changed_since_tells_what_was_decided_since(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var (versionsUntil, campaignsUntil) = ("", "");
        var first = await curricula.PublishAsync(Contents.Titled("First"));
        var campaign = await curricula.LaunchAsync(first);
        Assert.Equal((Name(first), campaign.Id), await FollowAsync());
        var second = await curricula.ProposeAsync(Contents.Titled("Second"));
        Assert.Equal((Name(second), ""), await FollowAsync());
        await curricula.Library.ApproveCurriculumAsync(Requests.Approve(second), curricula.Security());
        await curricula.Campaigns.CancelCampaignAsync(new CancelCampaignRequest { CampaignId = campaign.Id, Reason = "A newer version." }, curricula.Privacy());
        Assert.Equal(($"{Name(first)}, {Name(second)}", campaign.Id), await FollowAsync());
        Assert.Equal(("", ""), await FollowAsync());

        async Task<(string Versions, string Campaigns)> FollowAsync()
        {
            var versions = await curricula.Library.ListCurriculaAsync(new ListCurriculaRequest { ChangedSince = versionsUntil }, curricula.Service.Call(Role.Integration));
            var campaigns = await curricula.Campaigns.ListCampaignsAsync(new ListCampaignsRequest { ChangedSince = campaignsUntil }, curricula.Service.Call(Role.Integration));
            (versionsUntil, campaignsUntil) = (versions.ChangedUntil, campaigns.ChangedUntil);
            return (string.Join(", ", versions.Versions.Select(Name)), string.Join(", ", campaigns.Campaigns.Select(c => c.Id)));
        }
    }

    private static string Name(V1.CurriculumVersion version) => $"{version.CurriculumId} {version.Version}";

    private static GetCurriculumRequest Key(V1.CurriculumVersion of, int version) => new() { CurriculumId = of.CurriculumId, Version = version };

    // Its due date has passed meanwhile.
    private static async Task EndAsync(TestDatabase database, V1.Campaign campaign)
    {
        campaign.DueOn = "2026-01-31";
        await using DbConnection connection = database.Provider == TestDatabases.Sqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE campaigns SET due_on = '{campaign.DueOn}' WHERE id = '{campaign.Id.ToUpperInvariant()}'";
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
