using Training.Contracts;
using Training.Scenarios.V1;
using static Training.Scenarios.Tests.ScenarioHouse;

namespace Training.Scenarios.Tests;

/// <summary>What the gateway asks of the library: narrowed down, counted, many at once, and what changed.</summary>
public sealed class ListScenariosTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_filter_lists_what_meets_it_by_its_newest_version(string provider)
    {
        await using var house = await StartAsync(provider);
        var fax = await house.PublishAsync(SampleDocument.Text);
        var bedside = await house.PublishAsync(SampleDocument.With("code: faxing-sample", "code: faxing-bedside").Replace("variant: registration", "variant: bedside", StringComparison.Ordinal));
        fax = await house.PublishAsync(SampleDocument.With("family: F", "family: W"));
        await house.PublishAsync(SampleDocument.Text, Somebody.Clinic);

        (V1.ScenarioFilter Filter, V1.Scenario[] Expected)[] filters =
        [
            (new(), [fax, bedside]),
            (new() { Family = "F" }, [bedside]),
            (new() { Family = "W" }, [fax]),
            (new() { Variant = "bedside" }, [bedside]),
            (new() { Code = "faxing-sample" }, [fax]),
            (new() { Decision = fax.Decisions[0] }, [fax, bedside]),
            (new() { Decision = "T9" }, []),
            (new() { Family = "F", Variant = "registration" }, []),
        ];
        foreach (var (filter, expected) in filters)
        {
            await PageWalk.HoldsAsync([.. expected.Select(s => $"{s.Id} {s.Version}")], async (token, backwards) =>
            {
                var page = await house.Library.ListScenariosAsync(
                    new ListScenariosRequest { Filter = filter, PageSize = 1, PageToken = token, Backwards = backwards, WithTotal = true }, house.Service.Call(Role.Integration));
                Assert.Equal(expected.Length, page.Total);
                return new SeenPage([.. page.Scenarios.Select(s => $"{s.Id} {s.Version}")], page.Cursors, page.NextPageToken);
            });
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Versions_and_documents_are_read_many_at_once_and_what_is_not_there_is_left_out(string provider)
    {
        await using var house = await StartAsync(provider);
        var first = await house.PublishAsync(SampleDocument.Text);
        var second = await house.PublishAsync(SampleDocument.With("minutes: 6", "minutes: 9"));
        var elsewhere = await house.PublishAsync(SampleDocument.Text, Somebody.Clinic);
        var request = new BatchGetScenariosRequest { Scenarios = { Key(first, 0), Key(first, 1), Key(first, 3), Key(elsewhere, 0) } };

        var told = await house.Library.BatchGetScenariosAsync(request, house.Service.Call(Role.Employee, Ann));
        Assert.Equal([(Key(first, 0), second), (Key(first, 1), first)], told.Scenarios.Select(one => (one.Asked, one.Scenario)).OrderBy(one => one.Asked.Version));
        var documents = await house.Library.BatchGetScenarioDocumentsAsync(request, house.Service.Call(Role.Reviewer, Officer));
        Assert.Equal(
            [(Key(first, 0), second, true), (Key(first, 1), first, false)],
            documents.Documents.Select(one => (one.Asked, one.Document.Scenario, one.Document.Document.Contains("minutes: 9", StringComparison.Ordinal))).OrderBy(one => one.Asked.Version));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Changed_since_tells_of_new_scenarios_and_new_versions(string provider)
    {
        await using var house = await StartAsync(provider);
        var until = "";
        await house.PublishAsync(SampleDocument.Text);
        await house.PublishAsync(SampleDocument.With("code: faxing-sample", "code: faxing-bedside"));
        Assert.Equal([("faxing-sample", 1), ("faxing-bedside", 1)], await FollowAsync());
        await house.PublishAsync(SampleDocument.Text);
        Assert.Empty(await FollowAsync());
        await house.PublishAsync(SampleDocument.With("minutes: 6", "minutes: 9"));
        Assert.Equal([("faxing-sample", 2)], await FollowAsync());

        async Task<IReadOnlyList<(string, int)>> FollowAsync()
        {
            var page = await house.Library.ListScenariosAsync(new ListScenariosRequest { ChangedSince = until }, house.Service.Call(Role.Integration));
            until = page.ChangedUntil;
            return [.. page.Scenarios.Select(s => (s.Code, s.Version))];
        }
    }

    private static GetScenarioRequest Key(V1.Scenario of, int version) => new() { Id = of.Id, Version = version };
}
