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
        var (edition, bytes) = await ReadAsync(scenario, version, ct);
        cache.Keep(organisation, edition, bytes);
        return edition;
    }

    /// <summary>Read anew from the archive, whatever is remembered.</summary>
    public async Task<Edition> FromArchive(ScenarioId scenario, int version, CancellationToken ct) => (await ReadAsync(scenario, version, ct)).Edition;

    private async Task<(Edition Edition, int Bytes)> ReadAsync(ScenarioId scenario, int version, CancellationToken ct)
    {
        var archived = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Scenario == scenario && d.Version == version, ct)
            ?? throw new ScenarioVersionNotFound(scenario, version);
        return (new Edition(scenario, version, SHA256.HashData(archived.Document), ScenarioDocument.Read(archived.Document)), archived.Document.Length);
    }
}
