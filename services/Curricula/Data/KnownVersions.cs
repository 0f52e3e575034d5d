using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Training.Hosting;
using Training.Messaging;

namespace Training.Curricula;

/// <summary>Where a version is to be found, and what may have changed of it.</summary>
internal sealed record VersionPlace(CurriculumVersionId Id, CurriculumId Curriculum, int Number, CurriculumState State, bool InForce);

/// <summary>Versions that are read once in each of their states: nothing of a version changes but with its state, and its content, the bulk of it, never.</summary>
internal sealed class KnownVersions(CurriculaDb db, VersionMemory memory)
{
    private static readonly CompiledFor<Func<CurriculaDb, List<CurriculumId>, List<int>, IAsyncEnumerable<VersionPlace>>> Places = new(() => EF.CompileAsyncQuery(
        (CurriculaDb db, List<CurriculumId> ids, List<int> numbers) =>
            from version in db.Versions
            join curriculum in db.Curricula on version.CurriculumId equals curriculum.Id
            where ids.Contains(version.CurriculumId) && (numbers.Contains(version.Number) || version.Number == curriculum.Published)
            select new VersionPlace(version.Id, version.CurriculumId, version.Number, version.State, version.Number == curriculum.Published)));

    /// <summary>The versions of these curricula that have one of these numbers or are in force.</summary>
    public async Task<IReadOnlyList<(CurriculumVersion Version, bool InForce)>> OfAsync(List<CurriculumId> curricula, List<int> numbers, CancellationToken ct)
    {
        var places = new List<VersionPlace>();
        await foreach (var place in Places.In(db)(db, curricula, numbers).WithCancellation(ct))
            places.Add(place);
        var known = places.Select(place => memory.Get(db.CurrentOrganisation, place.Id, place.State)).ToList();
        if (!known.Contains(null))
            return [.. places.Select((place, at) => (known[at]!, place.InForce))];
        var unknown = places.Where((_, at) => known[at] is null).Select(place => place.Id).ToList();
        var read = await db.Versions.AsNoTracking().Where(version => unknown.Contains(version.Id)).ToDictionaryAsync(version => version.Id, ct);
        foreach (var version in read.Values)
            memory.Keep(version);
        // One has changed between the two statements: then another may be in force.
        if (places.Any(place => read.TryGetValue(place.Id, out var version) && version.State != place.State))
            return await OfAsync(curricula, numbers, ct);
        return [.. places.Select((place, at) => (known[at] ?? read[place.Id], place.InForce))];
    }
}

/// <summary>Keeps the versions that were asked for last, for all calls.</summary>
internal sealed class VersionMemory : IDisposable
{
    private const int MostCharacters = 20_000_000;

    private readonly MemoryCache _versions = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    public CurriculumVersion? Get(OrganisationId organisation, CurriculumVersionId id, CurriculumState state) => _versions.Get<CurriculumVersion>((organisation, id, state));

    public void Keep(CurriculumVersion version) =>
        _versions.Set((version.Organisation, version.Id, version.State), version, new MemoryCacheEntryOptions { Size = version.Content.Canonical().Length });

    public void Dispose() => _versions.Dispose();
}
