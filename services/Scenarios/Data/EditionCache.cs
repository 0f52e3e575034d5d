using Microsoft.Extensions.Caching.Memory;
using Training.Hosting;

namespace Training.Scenarios;

/// <summary>Editions that are being played: read once, since a published version never changes.</summary>
internal sealed class EditionCache : IDisposable
{
    // Of documents; what is read from one takes two or three times as much.
    private const long MostBytes = 32 * 1024 * 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public Edition? Find(OrganisationId organisation, ScenarioId scenario, int version) => _cache.Get<Edition>((organisation, scenario, version));

    public void Keep(OrganisationId organisation, Edition edition, int bytes) =>
        _cache.Set((organisation, edition.Scenario, edition.Version), edition, new MemoryCacheEntryOptions { Size = bytes });

    public void Dispose() => _cache.Dispose();
}
