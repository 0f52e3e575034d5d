using Training.Contracts;
using Training.Hosting;
using Training.Operations.V1;
using Training.Scenarios.V1;
using static Training.Scenarios.Tests.ScenarioHouse;

namespace Training.Scenarios.Tests;

/// <summary>What the gateway asks of runs: narrowed down, counted, of many people at once, and their replays.</summary>
public sealed class ListRunsTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_filter_lists_what_meets_it_whichever_way_one_pages(string provider)
    {
        await using var house = await StartAsync(provider);
        var runs = await RunAllAsync(house);
        var fax = runs["ann fails"].ScenarioId;

        (V1.RunFilter Filter, string[] Expected)[] filters =
        [
            (new(), ["ann fails", "ann passes", "ben passes", "ann at bedside", "ben is at it"]),
            (new() { MemberId = Ann.ToString() }, ["ann fails", "ann passes", "ann at bedside"]),
            (new() { ScenarioId = fax }, ["ann fails", "ann passes", "ben passes", "ben is at it"]),
            (new() { Finished = false }, ["ben is at it"]),
            (new() { Finished = true, MemberId = Ben.ToString() }, ["ben passes"]),
            (new() { Passed = false }, ["ann fails"]),
            (new() { Passed = true, ScenarioId = fax }, ["ann passes", "ben passes"]),
            (new() { MemberId = Officer.ToString() }, []),
        ];
        foreach (var (filter, expected) in filters)
        {
            await PageWalk.HoldsAsync([.. expected.Select(name => runs[name].Id)], async (token, backwards) =>
            {
                var page = await house.Runs.ListRunsAsync(
                    new ListRunsRequest { Filter = filter, PageSize = 2, PageToken = token, Backwards = backwards, WithTotal = true }, house.Service.Call(Role.Auditor));
                Assert.Equal(expected.Length, page.Total);
                return new SeenPage([.. page.Runs.Select(run => run.Id)], page.Cursors, page.NextPageToken);
            });
        }
        await PageWalk.HoldsAsync([runs["ann passes"].Id, runs["ann fails"].Id], async (token, backwards) =>
        {
            var page = await house.Runs.ListMyRunsAsync(
                new ListMyRunsRequest { Filter = new() { ScenarioId = fax }, PageSize = 1, PageToken = token, Backwards = backwards }, house.Service.Call(Role.Employee, Ann));
            return new SeenPage([.. page.Runs.Select(run => run.Id)], page.Cursors, page.NextPageToken);
        });
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Runs_of_many_are_told_at_once_to_whom_each_would_be_told(string provider)
    {
        await using var house = await StartAsync(provider);
        var runs = await RunAllAsync(house);
        string[] ids = [.. runs.Values.Select(run => run.Id), Guid.CreateVersion7().ToString()];

        var lists = await house.Runs.BatchListRunsAsync(new BatchListRunsRequest { MemberIds = { Ann.ToString(), Ben.ToString(), Officer.ToString() }, PageSize = 2, WithTotal = true }, house.Service.Call(Role.Auditor));
        Assert.Equal([(Ann.ToString(), 3), (Ben.ToString(), 2)], lists.Lists.Select(list => (list.Of, (int)list.Total)).OrderByDescending(list => list.Item2));
        foreach (var list in lists.Lists)
        {
            var alone = await house.Runs.ListRunsAsync(new ListRunsRequest { MemberId = list.Of, PageSize = 2 }, house.Service.Call(Role.Auditor));
            Assert.Equal((alone.Runs, alone.Cursors, alone.NextPageToken), (list.Runs, list.Cursors, list.NextPageToken));
        }

        var own = await ReadAsync(Role.Employee, Ann);
        Assert.Equal(["ann at bedside", "ann fails", "ann passes"], Names(own));
        foreach (var run in own)
            Assert.Equal(await house.GetRunAsync(run.Id, Ann), run);
        var officers = await ReadAsync(Role.SecurityOfficer, Ann);
        Assert.Equal(runs.Keys.Order(StringComparer.Ordinal), Names(officers));
        var listed = (await house.Runs.ListRunsAsync(new ListRunsRequest(), house.Service.Call(Role.Auditor))).Runs;
        Assert.All(officers.Where(run => run.MemberId == Ben.ToString()), run => Assert.Equal(listed.Single(one => one.Id == run.Id), run));
        Assert.Empty(await ReadAsync(Role.Auditor, Ann, Somebody.Clinic));

        async Task<IReadOnlyList<V1.Run>> ReadAsync(Role role, MemberId member, OrganisationId? organisation = null) =>
            (await house.Runs.BatchGetRunsAsync(new BatchGetRunsRequest { RunIds = { ids } }, house.Service.Call(role, member, organisation))).Runs;

        IEnumerable<string> Names(IEnumerable<V1.Run> told) => told.Select(run => runs.Single(one => one.Value.Id == run.Id).Key).Order(StringComparer.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Replays_of_many_are_told_at_once_to_whom_each_would_be_told_and_each_look_is_recorded(string provider)
    {
        await using var house = await StartAsync(provider);
        var runs = await RunAllAsync(house);
        var request = new BatchGetReplaysRequest { RunIds = { runs.Values.Select(run => run.Id).Append(Guid.CreateVersion7().ToString()) } };

        var own = await house.Runs.BatchGetReplaysAsync(request, house.Service.Call(Role.Employee, Ben));
        Assert.Equal(runs["ben passes"].Id, Assert.Single(own.Replays).Run.Id);
        var all = await house.Runs.BatchGetReplaysAsync(request, house.Service.Call(Role.Reviewer, Officer));
        Assert.Equal(4, all.Replays.Count);
        foreach (var replay in all.Replays)
            Assert.Equal(await house.ReplayAsync(replay.Run.Id), replay);
        Assert.Empty((await house.Runs.BatchGetReplaysAsync(request, house.Service.Call(Role.Auditor, Officer, Somebody.Clinic))).Replays);

        var looks = (await house.Operations.ListAuditAsync(new ListAuditRequest { Subject = $"Run/{runs["ben passes"].Id}", PageSize = 100 }, house.Service.Call(Role.Auditor))).Entries
            .Where(entry => entry.Why == "replayed").ToList();
        Assert.Equal([(Ben.ToString(), 1), (Officer.ToString(), 2)], looks.GroupBy(entry => entry.Member).Select(by => (by.Key, by.Count())).OrderBy(by => by.Item2));
    }

    private static async Task<Dictionary<string, V1.Run>> RunAllAsync(ScenarioHouse house)
    {
        var fax = await house.PublishSampleAsync();
        var bedside = (await house.PublishAsync(SampleDocument.With("code: faxing-sample", "code: faxing-bedside"))).Id;
        return new Dictionary<string, V1.Run>
        {
            ["ann fails"] = (await house.WalkAsync(fax, Ann, "send", "return")).Run,
            ["ann passes"] = (await house.WalkAsync(fax, Ann, "confirm", "return")).Run,
            ["ben passes"] = (await house.WalkAsync(fax, Ben, "confirm", "return")).Run,
            ["ann at bedside"] = (await house.WalkAsync(bedside, Ann, "confirm", "return")).Run,
            ["ben is at it"] = await house.StartRunAsync(fax, Ben),
        };
    }
}
