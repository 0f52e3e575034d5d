using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Scenarios;

/// <summary>Scenarios whose newest version meets everything that is set.</summary>
internal sealed record ScenarioFilter(string Family = "", string Variant = "", string Code = "", string Decision = "");

/// <summary>A version of a scenario; 0 is the newest one.</summary>
internal readonly record struct VersionKey(ScenarioId Scenario, int Version);

internal sealed class ScenarioCatalogue(ScenariosDb db)
{
    private const int MostDocuments = 50;

    private static readonly ListOrder<Scenario>
        OldestFirst = new("scenarios", descending: false, nameof(Scenario.Id)),
        Changes = ListOrder<Scenario>.OfChanges("changes of scenarios", nameof(Scenario.Id));

    /// <summary>The newest version of each scenario, in the order of first publication.</summary>
    public async Task<Page<ScenarioVersion>> List(ScenarioFilter filter, PageAsk ask, CancellationToken ct)
    {
        var page = await db.PageAsync(ask.ChangedSince is not null ? Changes : OldestFirst, ask, scenarios => Narrow(scenarios, filter), ct);
        var newest = await Some([.. page.Rows.Select(scenario => new VersionKey(scenario.Id, 0))], ct);
        return page.Of(scenario => newest[new VersionKey(scenario.Id, 0)]);
    }

    /// <summary>Those of them that are there.</summary>
    public async Task<Dictionary<VersionKey, ScenarioVersion>> Some(IReadOnlyCollection<VersionKey> asked, CancellationToken ct)
    {
        ListReader.DemandFew(asked.Count);
        var scenarios = asked.Select(key => key.Scenario).Distinct().ToList();
        var versions = asked.Select(key => key.Version).Distinct().ToList();
        var read = await (
            from version in db.Versions
            join scenario in db.Scenarios on version.Scenario equals scenario.Id
            where scenarios.Contains(version.Scenario) && (versions.Contains(version.Version) || version.Version == scenario.Version)
            select new { Version = version, IsNewest = version.Version == scenario.Version }).AsNoTracking().ToListAsync(ct);
        var found = read.ToDictionary(row => new VersionKey(row.Version.Scenario, row.Version.Version), row => row.Version);
        foreach (var row in read.Where(row => row.IsNewest))
            found.Add(new VersionKey(row.Version.Scenario, 0), row.Version);
        return asked.Distinct().Where(found.ContainsKey).ToDictionary(key => key, key => found[key]);
    }

    /// <summary>Those of them that are there, with their documents.</summary>
    public async Task<Dictionary<VersionKey, (ScenarioVersion Version, string Document)>> Documents(IReadOnlyCollection<VersionKey> asked, CancellationToken ct)
    {
        ListReader.DemandFew(asked.Count, MostDocuments);
        var found = await Some(asked, ct);
        var scenarios = found.Values.Select(version => version.Scenario).Distinct().ToList();
        var versions = found.Values.Select(version => version.Version).Distinct().ToList();
        var documents = await db.Documents.AsNoTracking().Where(d => scenarios.Contains(d.Scenario) && versions.Contains(d.Version))
            .ToDictionaryAsync(d => new VersionKey(d.Scenario, d.Version), d => d.Document, ct);
        return found.ToDictionary(one => one.Key, one => (one.Value, Encoding.UTF8.GetString(documents[new VersionKey(one.Value.Scenario, one.Value.Version)])));
    }

    /// <summary>One version with its document; 0 asks for the newest.</summary>
    public async Task<(ScenarioVersion Version, string Document)> Get(ScenarioId id, int version, CancellationToken ct)
    {
        var scenario = await db.Scenarios.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new ScenarioNotFound(id);
        var asked = version == 0 ? scenario.Version : version;
        var found = await (
            from one in db.Versions
            join archived in db.Documents on new { one.Scenario, one.Version } equals new { archived.Scenario, archived.Version }
            where one.Scenario == id && one.Version == asked
            select new { one, archived.Document }).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ScenarioVersionNotFound(id, version);
        return (found.one, Encoding.UTF8.GetString(found.Document));
    }

    private IQueryable<Scenario> Narrow(IQueryable<Scenario> scenarios, ScenarioFilter filter)
    {
        if (filter.Code != "")
            scenarios = scenarios.Where(s => s.Code == filter.Code);
        if (filter.Family != "")
            scenarios = scenarios.Where(s => db.Versions.Any(v => v.Scenario == s.Id && v.Version == s.Version && v.Family == filter.Family));
        if (filter.Variant != "")
            scenarios = scenarios.Where(s => db.Versions.Any(v => v.Scenario == s.Id && v.Version == s.Version && v.Variant == filter.Variant));
        return filter.Decision == ""
            ? scenarios
            : scenarios.Where(s => db.Versions.Any(v => v.Scenario == s.Id && v.Version == s.Version && v.Decisions.Contains(filter.Decision)));
    }
}
