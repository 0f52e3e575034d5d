using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Scenarios;

/// <summary>Published versions, to be played.</summary>
internal sealed class Editions(ScenariosDb db, EditionCache cache)
{
    public async ValueTask<Edition> Of(OrganisationId organisation, ScenarioId scenario, int version, CancellationToken ct)
    {
        if (cache.Find(organisation, scenario, version) is { } known)
            return known;
        return (await OfAll(organisation, [(scenario, version)], ct)).GetValueOrDefault((scenario, version)) ?? throw new ScenarioVersionNotFound(scenario, version);
    }

    /// <summary>Several at once; what is not remembered is read by one statement.</summary>
    public async Task<Dictionary<(ScenarioId Scenario, int Version), Edition>> OfAll(
        OrganisationId organisation, IEnumerable<(ScenarioId Scenario, int Version)> asked, CancellationToken ct)
    {
        Dictionary<(ScenarioId, int), Edition> found = [];
        HashSet<(ScenarioId, int)> missing = [];
        foreach (var (scenario, version) in asked)
        {
            if (cache.Find(organisation, scenario, version) is { } known)
                found[(scenario, version)] = known;
            else
                missing.Add((scenario, version));
        }
        foreach (var (edition, bytes) in await ReadAsync(missing, ct))
        {
            cache.Keep(organisation, edition, bytes);
            found[(edition.Scenario, edition.Version)] = edition;
        }
        return found;
    }

    /// <summary>Read anew from the archive, whatever is remembered.</summary>
    public async Task<Dictionary<(ScenarioId Scenario, int Version), Edition>> FromArchive(IEnumerable<(ScenarioId Scenario, int Version)> asked, CancellationToken ct) =>
        (await ReadAsync(asked.ToHashSet(), ct)).ToDictionary(read => (read.Edition.Scenario, read.Edition.Version), read => read.Edition);

    private async Task<IReadOnlyList<(Edition Edition, int Bytes)>> ReadAsync(HashSet<(ScenarioId Scenario, int Version)> asked, CancellationToken ct)
    {
        if (asked.Count == 0)
            return [];
        var scenarios = asked.Select(one => one.Scenario).Distinct().ToList();
        var versions = asked.Select(one => one.Version).Distinct().ToList();
        var archived = await db.Documents.AsNoTracking().Where(d => scenarios.Contains(d.Scenario) && versions.Contains(d.Version)).ToListAsync(ct);
        return
        [
            .. archived.Where(d => asked.Contains((d.Scenario, d.Version)))
                .Select(d => (new Edition(d.Scenario, d.Version, SHA256.HashData(d.Document), ScenarioDocument.Read(d.Document)), d.Document.Length)),
        ];
    }
}
