using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Training.Contracts;
using Training.Scenarios.V1;

namespace Training.Scenarios.Tests;

public sealed class PublishScenarioTests
{
    private static readonly string Changed = SampleDocument.With("minutes: 6", "minutes: 7");

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Publish_gives_the_next_version_when_a_byte_has_changed_and_the_same_when_none_has(string provider)
    {
        await using var house = await ScenarioHouse.StartAsync(provider);
        var first = await house.PublishAsync(SampleDocument.Text);
        var again = await house.PublishAsync(SampleDocument.Text);
        var changed = await house.PublishAsync(Changed);
        var back = await house.PublishAsync(SampleDocument.Text);

        Assert.Equal(first, again);
        Assert.Equal((1, 2, 3), (first.Version, changed.Version, back.Version));
        Assert.Equal([first.Id, first.Id], [changed.Id, back.Id]);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Changed))), changed.ContentHash.Hex());
        var published = await house.Service.PublishedAsync<ScenarioPublished>(3);
        Assert.Equal([1, 2, 3], published.Select(p => p.Scenario.Version).Order());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Publish_tells_what_each_decision_teaches(string provider)
    {
        await using var house = await ScenarioHouse.StartAsync(provider);
        var scenario = await house.PublishAsync(SampleDocument.Text);
        var published = Assert.Single(await house.Service.PublishedAsync<ScenarioPublished>());

        Assert.Equal(scenario, published.Scenario);
        Assert.Equal(("faxing-sample", "The referral fax", "F", "registration", 6), (scenario.Code, scenario.Title, scenario.Family, scenario.Variant, scenario.Minutes));
        Assert.Equal(["F1", "F2"], scenario.Decisions);
        Assert.Equal(
            [("F1", "number", "verify-destination", "P01"), ("F2", "tray", "paper-in-common-areas", "P03")],
            published.Decisions.Select(d => (d.Code, d.Scene, d.Competency, string.Join(' ', d.ViolationCodes))));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Publish_is_refused_with_its_findings_and_nothing_is_done_when_the_lint_objects(string provider)
    {
        await using var house = await ScenarioHouse.StartAsync(provider);
        var cycle = SampleDocument.With("next: late", "next: tray");
        var refused = await Assert.ThrowsAsync<RpcException>(() => house.PublishAsync(cycle));
        await Refusal.ExpectAsync(StatusCode.InvalidArgument, "SCENARIO_NOT_PUBLISHABLE", () => house.PublishAsync(SampleDocument.With("consequence: They have not.", "rules: They have not.")));

        Assert.Contains("CYCLE: One can go round for ever among the scenes 'tray'", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("UNREACHABLE: Nobody gets to ending 'late'", refused.Status.Detail, StringComparison.Ordinal);
        var listed = await house.Library.ListScenariosAsync(new ListScenariosRequest(), house.Service.Call(Role.Auditor));
        Assert.Empty(listed.Scenarios);
        Assert.Empty(house.Service.Published<ScenarioPublished>());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Publish_makes_one_version_when_two_officers_publish_at_once(string provider)
    {
        await using var house = await ScenarioHouse.StartAsync(provider);
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.PublishAsync(SampleDocument.Text)));
        Assert.Single(all.Distinct());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task An_organisation_sees_its_own_scenarios_only(string provider)
    {
        await using var house = await ScenarioHouse.StartAsync(provider);
        var ours = await house.PublishAsync(SampleDocument.Text);
        var theirs = await house.PublishAsync(Changed, Somebody.Clinic);

        Assert.Equal((1, 1), (ours.Version, theirs.Version));
        Assert.NotEqual(ours.Id, theirs.Id);
        var listed = await house.Library.ListScenariosAsync(new ListScenariosRequest(), house.Service.Call(Role.Auditor));
        Assert.Equal([ours], listed.Scenarios);
        await house.Library.GetScenarioAsync(new GetScenarioRequest { Id = theirs.Id }, house.Service.Call(Role.Auditor))
            .IsRefusedAsync(StatusCode.NotFound, "SCENARIO_NOT_FOUND");
        await Refusal.ExpectAsync(StatusCode.NotFound, "SCENARIO_NOT_FOUND", () => house.StartRunAsync(theirs.Id, ScenarioHouse.Ann));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task GetScenario_gives_every_version_as_it_was_published(string provider)
    {
        await using var house = await ScenarioHouse.StartAsync(provider);
        var id = (await house.PublishAsync(SampleDocument.Text)).Id;
        await house.PublishAsync(Changed);

        async Task<string> DocumentAsync(int version) =>
            (await house.Library.GetScenarioAsync(new GetScenarioRequest { Id = id, Version = version }, house.Service.Call(Role.Reviewer))).Document;
        Assert.Equal([Changed, SampleDocument.Text, Changed], [await DocumentAsync(0), await DocumentAsync(1), await DocumentAsync(2)]);
        await Refusal.ExpectAsync(StatusCode.NotFound, "SCENARIO_VERSION_NOT_FOUND", () => DocumentAsync(3));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ListScenarios_gives_newest_versions_page_by_page(string provider)
    {
        await using var house = await ScenarioHouse.StartAsync(provider);
        foreach (var name in (string[])["one", "two", "three"])
            await house.PublishAsync(SampleDocument.With("faxing-sample", name));
        await house.PublishAsync(SampleDocument.With("faxing-sample", "one").Replace("minutes: 6", "minutes: 7", StringComparison.Ordinal));

        var first = await house.Library.ListScenariosAsync(new ListScenariosRequest { PageSize = 2 }, house.Service.Call(Role.Employee, ScenarioHouse.Ann));
        var second = await house.Library.ListScenariosAsync(new ListScenariosRequest { PageSize = 2, PageToken = first.NextPageToken }, house.Service.Call(Role.Hr));
        Assert.Equal([("one", 2), ("two", 1), ("three", 1)], first.Scenarios.Concat(second.Scenarios).Select(s => (s.Code, s.Version)));
        Assert.Equal("", second.NextPageToken);
    }

    [Fact]
    public async Task VerifyScenario_gives_every_finding_and_publishes_nothing()
    {
        await using var house = await ScenarioHouse.StartAsync(TestDatabases.Sqlite);
        async Task<VerifyScenarioResponse> VerifyAsync(string document) =>
            await house.Library.VerifyScenarioAsync(new VerifyScenarioRequest { Document = document }, house.Service.Call(Role.SecurityOfficer, ScenarioHouse.Officer));

        Assert.Empty((await VerifyAsync(SampleDocument.Text)).Findings);
        var finding = Assert.Single((await VerifyAsync(SampleDocument.With("outcome: acceptable", "outcome: fine"))).Findings);
        Assert.Equal("UNKNOWN_OUTCOME", finding.Rule);
        Assert.Equal("outcome: acceptable", SampleDocument.Text.Split('\n')[finding.Line - 1].Trim());
        Assert.Empty(house.Service.Published<ScenarioPublished>());
    }

    [Fact]
    public void The_domains_outcomes_have_the_contracts_numbers() => Assert.Equal(
        Enum.GetValues<V1.Outcome>().Select(outcome => (outcome.ToString(), (int)outcome)), Enum.GetValues<Outcome>().Select(outcome => (outcome.ToString(), (int)outcome)));
}
