using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Workforce;

internal sealed class RosterImportReader(WorkforceDb db)
{
    private static readonly ListOrder<RosterImport> NewestFirst = new("imports", descending: true, nameof(RosterImport.Id));

    private static readonly ListOrder<RosterReject> Lines = new("rejects", descending: false, nameof(RosterReject.Line));

    public async Task<RosterImport> One(RosterImportId id, CancellationToken ct) =>
        await db.Imports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id, ct) ?? throw new RosterImportNotFound(id);

    /// <summary>Those of them that are there.</summary>
    public async Task<List<RosterImport>> Some(IReadOnlyCollection<RosterImportId> ids, CancellationToken ct)
    {
        ListReader.DemandFew(ids.Count);
        return await db.Imports.AsNoTracking().Where(import => ids.Contains(import.Id)).ToListAsync(ct);
    }

    public Task<Page<RosterImport>> Page(PageAsk ask, CancellationToken ct) => db.PageAsync(NewestFirst, ask, imports => imports, ct);

    public async Task<Page<RosterReject>> Rejects(RosterImportId id, PageAsk ask, CancellationToken ct)
    {
        await One(id, ct);
        return await db.PageAsync(Lines, ask, rejects => rejects.Where(reject => reject.Import == id), ct);
    }

    public Task<IReadOnlyList<PageOf<RosterImportId, RosterReject>>> Rejects(IReadOnlyCollection<RosterImportId> ids, PageAsk ask, CancellationToken ct) =>
        db.PagesAsync(Lines, ask, reject => reject.Import, ids, rejects => rejects, ct);
}
