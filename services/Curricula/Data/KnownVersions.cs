using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Training.Curricula.V1;
using Training.Hosting;
using Training.Messaging;

namespace Training.Curricula;

/// <summary>A version by its number; 0 is the newest published one.</summary>
internal readonly record struct VersionKey(CurriculumId Curriculum, int Number);

/// <summary>Versions, as they are answered, that are read once after each change of their organisation's curricula and campaigns, which are few.</summary>
internal sealed class KnownVersions(CurriculaDb db, VersionMemory memory)
{
    private static readonly CompiledFor<Func<CurriculaDb, List<CurriculumId>, List<int>, IAsyncEnumerable<FoundVersion>>> Versions = new(() => EF.CompileAsyncQuery(
        (CurriculaDb db, List<CurriculumId> ids, List<int> numbers) =>
            from version in db.Versions.AsNoTracking()
            join curriculum in db.Curricula on version.CurriculumId equals curriculum.Id
            where ids.Contains(version.CurriculumId) && (numbers.Contains(version.Number) || version.Number == curriculum.Published)
            select new FoundVersion(version, version.Number == curriculum.Published)));

    /// <summary>Those of them that are there, all from one moment. Nobody may write into them: other calls are answered with the same ones.</summary>
    public async Task<IReadOnlyList<BatchCurriculum>> OfAsync(IReadOnlyCollection<VersionKey> keys, CancellationToken ct)
    {
        ListReader.DemandFew(keys.Count);
        var change = await db.LastChangeAsync(ct);
        var asked = keys.Distinct().ToList();
        var known = asked.ConvertAll(key => memory.Get(db.CurrentOrganisation, key, change));
        if (!known.Contains(null))
            return known!;
        var read = await ReadAsync(asked, ct);
        foreach (var (key, version) in read)
            memory.Keep(db.CurrentOrganisation, key, change, version);
        return [.. asked.Where(read.ContainsKey).Select(key => read[key])];
    }

    private async Task<Dictionary<VersionKey, BatchCurriculum>> ReadAsync(List<VersionKey> keys, CancellationToken ct)
    {
        var ids = keys.Select(key => key.Curriculum).Distinct().ToList();
        var numbers = keys.Select(key => key.Number).Distinct().ToList();
        var read = new Dictionary<VersionKey, BatchCurriculum>(keys.Count);
        await foreach (var (version, inForce) in Versions.In(db)(db, ids, numbers).WithCancellation(ct))
        {
            var message = version.ToMessage();
            Add(version.Number);
            if (inForce)
                Add(0);

            void Add(int number) => read.Add(
                new VersionKey(version.CurriculumId, number),
                new BatchCurriculum { Asked = new GetCurriculumRequest { CurriculumId = message.CurriculumId, Version = number }, Version = message });
        }
        return read;
    }

    private sealed record FoundVersion(CurriculumVersion Version, bool InForce);
}

/// <summary>Keeps the versions that were asked for last, for all calls.</summary>
internal sealed class VersionMemory : IDisposable
{
    private const int MostBytes = 20_000_000;

    private readonly MemoryCache _versions = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>What it was after this change of the organisation.</summary>
    public BatchCurriculum? Get(OrganisationId organisation, VersionKey key, long change) =>
        _versions.Get<Known>((organisation, key)) is { } known && known.Change == change ? known.Version : null;

    public void Keep(OrganisationId organisation, VersionKey key, long change, BatchCurriculum version) =>
        _versions.Set((organisation, key), new Known(change, version), new MemoryCacheEntryOptions { Size = version.CalculateSize() });

    public void Dispose() => _versions.Dispose();

    private sealed record Known(long Change, BatchCurriculum Version);
}
