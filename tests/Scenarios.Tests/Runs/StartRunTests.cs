using Grpc.Core;
using Training.Contracts;
using Training.Scenarios.V1;
using static Training.Scenarios.Tests.ScenarioHouse;

namespace Training.Scenarios.Tests;

public sealed class StartRunTests
{
    private static readonly string Newer = SampleDocument.With("title: The referral fax", "title: The referral fax, revised");

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task StartRun_gives_the_unfinished_run_back_and_a_new_one_after_its_end(string provider)
    {
        await using var house = await StartAsync(provider);
        var scenario = await house.PublishSampleAsync();
        var run = await house.StartRunAsync(scenario, Ann);
        var chosen = await house.ChooseAsync(run.Id, 1, "number", "confirm", Ann);
        var again = await house.StartRunAsync(scenario, Ann);
        Assert.Equal((run.Id, chosen.Next), (again.Id, again.Scene));
        Assert.Equal([chosen.Made], again.Choices);
        Assert.NotEqual(run.Id, (await house.StartRunAsync(scenario, Ben)).Id);

        await house.ChooseAsync(run.Id, 2, "tray", "return", Ann);
        var next = await house.StartRunAsync(scenario, Ann);
        Assert.NotEqual(run.Id, next.Id);
        Assert.Equal(("number", 1), (next.Scene.Key, next.Scene.Step));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task StartRun_takes_the_newest_version_and_an_unfinished_run_stays_on_its_own(string provider)
    {
        await using var house = await StartAsync(provider);
        var scenario = await house.PublishSampleAsync();
        var before = await house.StartRunAsync(scenario, Ann);
        await house.PublishAsync(Newer);

        var after = await house.StartRunAsync(scenario, Ben);
        Assert.Equal((1, "The referral fax"), (before.ScenarioVersion, before.ScenarioTitle));
        Assert.Equal((2, "The referral fax, revised"), (after.ScenarioVersion, after.ScenarioTitle));
        var resumed = await house.StartRunAsync(scenario, Ann);
        Assert.Equal((before.Id, 1), (resumed.Id, resumed.ScenarioVersion));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task StartRun_starts_one_run_when_two_devices_start_at_once(string provider)
    {
        await using var house = await StartAsync(provider);
        var scenario = await house.PublishSampleAsync();
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.StartRunAsync(scenario, Ann)));
        Assert.Single(runs.Select(run => run.Id).Distinct());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task StartRun_answers_the_same_when_repeated_after_the_end(string provider)
    {
        await using var house = await StartAsync(provider);
        var request = new StartRunRequest { ScenarioId = await house.PublishSampleAsync() };
        var first = await house.Runs.StartRunAsync(request, house.Service.Call(Role.Employee, Ann, key: "start"));
        await house.ChooseAsync(first.Id, 1, "number", "confirm", Ann);
        await house.ChooseAsync(first.Id, 2, "tray", "return", Ann);
        Assert.Equal(first, await house.Runs.StartRunAsync(request, house.Service.Call(Role.Employee, Ann, key: "start")));
        Assert.Single((await house.Runs.ListMyRunsAsync(new ListMyRunsRequest(), house.Service.Call(Role.Employee, Ann))).Runs);
    }

    [Fact]
    public async Task StartRun_is_for_people_only()
    {
        await using var house = await StartAsync(TestDatabases.Sqlite);
        var request = new StartRunRequest { ScenarioId = await house.PublishSampleAsync() };
        await house.Runs.StartRunAsync(request, house.Service.Call(Role.Employee)).IsRefusedAsync(StatusCode.PermissionDenied, "RUNS_ARE_FOR_PEOPLE");
        await house.Runs.StartRunAsync(new StartRunRequest { ScenarioId = "faxing" }, house.Service.Call(Role.Employee, Ann)).IsRefusedAsync(StatusCode.InvalidArgument, "ID_NOT_READABLE");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Lists_page_through_runs_with_results(string provider)
    {
        await using var house = await StartAsync(provider);
        var scenario = await house.PublishSampleAsync();
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
            ids.Add((await house.WalkAsync(scenario, Ann, i == 1 ? "send" : "confirm", "return")).Run.Id);
        await house.PublishAsync(Newer);
        var bens = await house.StartRunAsync(scenario, Ben);

        var own = await PagesAsync(async token =>
        {
            var page = await house.Runs.ListMyRunsAsync(new ListMyRunsRequest { PageSize = 2, PageToken = token }, house.Service.Call(Role.Employee, Ann));
            return (page.Runs, page.NextPageToken);
        });
        Assert.Equal(ids.AsEnumerable().Reverse(), own.Select(run => run.Id));
        Assert.Equal([true, false, true], own.Select(run => run.Result.Passed));

        var all = await PagesAsync(async token =>
        {
            var page = await house.Runs.ListRunsAsync(new ListRunsRequest { PageSize = 2, PageToken = token }, house.Service.Call(Role.SecurityOfficer));
            return (page.Runs, page.NextPageToken);
        });
        Assert.Equal([.. ids, bens.Id], all.Select(run => run.Id));
        Assert.Equal(("The referral fax, revised", 2, Ben.ToString(), null), (all[3].ScenarioTitle, all[3].ScenarioVersion, all[3].MemberId, all[3].Result));

        var bensOnly = await house.Runs.ListRunsAsync(new ListRunsRequest { MemberId = Ben.ToString() }, house.Service.Call(Role.Auditor));
        Assert.Equal([bens.Id], bensOnly.Runs.Select(run => run.Id));
        Assert.Empty((await house.Runs.ListRunsAsync(new ListRunsRequest(), house.Service.Call(Role.Auditor, organisation: Somebody.Clinic))).Runs);
    }

    private static async Task<List<V1.Run>> PagesAsync(Func<string, Task<(IEnumerable<V1.Run> Runs, string Next)>> page)
    {
        var runs = new List<V1.Run>();
        var token = "";
        do
        {
            (var some, token) = await page(token);
            runs.AddRange(some);
        }
        while (token != "");
        return runs;
    }
}
