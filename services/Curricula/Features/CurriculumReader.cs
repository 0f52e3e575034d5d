using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Curricula;

/// <summary>Versions that meet everything that is set.</summary>
internal sealed record CurriculumFilter(CurriculumId? Curriculum = null, CurriculumState? State = null, string Code = "");

internal sealed class CurriculumReader(CurriculaDb db)
{
    private static readonly ListOrder<CurriculumVersion>
        OldestFirst = new("versions", descending: false, nameof(CurriculumVersion.Id)),
        Changes = ListOrder<CurriculumVersion>.OfChanges("changes of versions", nameof(CurriculumVersion.Id));

    public async Task<CurriculumVersion> One(CurriculumId id, int number, CancellationToken ct)
    {
        var curriculum = await db.Curricula.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw new CurriculumNotFound(id);
        var wanted = number != 0 ? number : curriculum.Published ?? throw new CurriculumNeverPublished(id);
        return await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.CurriculumId == id && v.Number == wanted, ct)
            ?? throw new CurriculumVersionNotFound(id, wanted);
    }

    public Task<Page<CurriculumVersion>> Page(CurriculumFilter filter, PageAsk ask, CancellationToken ct) =>
        db.PageAsync(ask.ChangedSince is not null ? Changes : OldestFirst, ask, all => Narrow(all, filter), ct);

    public Task<IReadOnlyList<PageOf<CurriculumId, CurriculumVersion>>> Pages(
        IReadOnlyCollection<CurriculumId> ids, CurriculumFilter filter, PageAsk ask, CancellationToken ct) =>
        db.PagesAsync(OldestFirst, ask, version => version.CurriculumId, ids, all => Narrow(all, filter), ct);

    private IQueryable<CurriculumVersion> Narrow(IQueryable<CurriculumVersion> all, CurriculumFilter filter)
    {
        if (filter.Curriculum is { } curriculum)
            all = all.Where(v => v.CurriculumId == curriculum);
        if (filter.State is { } state)
            all = all.Where(v => v.State == state);
        return filter.Code == "" ? all : all.Where(v => db.Curricula.Any(c => c.Id == v.CurriculumId && c.Code == filter.Code));
    }
}
