using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Training.Curricula.V1;
using Training.Hosting;
using Training.Messaging;

namespace Training.Curricula;

/// <summary>A version by its number; 0 is the newest published one.</summary>
internal readonly record struct VersionKey(CurriculumId Curriculum, int Number);

/// <summary>A version as it is answered, or that there is none, after a change of its organisation.</summary>
internal sealed record KnownVersion(long Change, BatchCurriculum? Version);

/// <summary>Versions that are read once after each change of their organisation's curricula and campaigns, which are few.</summary>
internal sealed class KnownVersions(CurriculaDb db, VersionMemory memory)
{
    // The number is read with the rows, so that they are kept as what they were just then.
    private static readonly CompiledFor<Func<CurriculaDb, List<CurriculumId>, List<int>, IAsyncEnumerable<FoundVersion>>> Versions = new(() => EF.CompileAsyncQuery(
        (CurriculaDb db, List<CurriculumId> ids, List<int> numbers) =>
            from version in db.Versions.AsNoTracking()
            join curriculum in db.Curricula on version.CurriculumId equals curriculum.Id
            where ids.Contains(version.CurriculumId) && (numbers.Contains(version.Number) || version.Number == curriculum.Published)
            select new FoundVersion(version, version.Number == curriculum.Published, db.LastChanges.SingleOrDefault())));

    /// <summary>Those of them that are there, all from one moment. Nobody may write into them: other calls are answered with the same ones.</summary>
    public async Task<IReadOnlyList<BatchCurriculum>> OfAsync(IReadOnlyCollection<VersionKey> keys, CancellationToken ct)
    {
        ListReader.DemandFew(keys.Count);
        var change = await db.LastChangeAsync(ct);
        var asked = keys.Distinct().ToList();
        var known = asked.ConvertAll(key => memory.Get(db.CurrentOrganisation, key, change));
        if (known.Contains(null))
        {
            var read = await ReadAsync(asked, ct);
            // Versions are not taken away: what is not there now was not there before.
            known = asked.ConvertAll<KnownVersion?>(key => read.GetValueOrDefault(key) ?? new KnownVersion(change, null));
            foreach (var (key, version) in asked.Zip(known))
                memory.Keep(db.CurrentOrganisation, key, version!);
        }
        return [.. known.Select(one => one!.Version).OfType<BatchCurriculum>()];
    }

    private async Task<Dictionary<VersionKey, KnownVersion>> ReadAsync(List<VersionKey> keys, CancellationToken ct)
    {
        var ids = keys.Select(key => key.Curriculum).Distinct().ToList();
        var numbers = keys.Select(key => key.Number).Distinct().ToList();
        var read = new Dictionary<VersionKey, KnownVersion>(keys.Count);
        await foreach (var (version, inForce, change) in Versions.In(db)(db, ids, numbers).WithCancellation(ct))
        {
            var message = version.ToMessage();
            Add(version.Number);
            if (inForce)
                Add(0);

            void Add(int number) => read.Add(new VersionKey(version.CurriculumId, number), new KnownVersion(change, new BatchCurriculum
            {
                Asked = new GetCurriculumRequest { CurriculumId = message.CurriculumId, Version = number },
                Version = message,
            }));
        }
        return read;
    }

    private sealed record FoundVersion(CurriculumVersion Version, bool InForce, long Change);
}

/// <summary>Keeps what was asked for last, for all calls.</summary>
internal sealed class VersionMemory : IDisposable
{
    // On the wire; they take several times that here.
    private const int MostBytes = 20_000_000;
    private const int BytesOfNone = 100;

    // A database that was put back to an earlier moment counts the same numbers again.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _versions = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>What is known of it after this change of the organisation; null where it has to be read.</summary>
    public KnownVersion? Get(OrganisationId organisation, VersionKey key, long change) =>
        _versions.Get<KnownVersion>((organisation, key)) is { } known && known.Change == change ? known : null;

    public void Keep(OrganisationId organisation, VersionKey key, KnownVersion known) => _versions.Set(
        (organisation, key), known, new MemoryCacheEntryOptions { Size = known.Version?.CalculateSize() ?? BytesOfNone, AbsoluteExpirationRelativeToNow = Longest });

    public void Dispose() => _versions.Dispose();
}
