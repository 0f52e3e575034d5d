using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Workforce;

internal sealed class RosterImportReader(WorkforceDb db)
{
    public async Task<RosterImport> One(RosterImportId id, CancellationToken ct) =>
        await db.Imports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id, ct) ?? throw new RosterImportNotFound(id);

    public async Task<(List<RosterImport> Imports, string NextPage)> Page(int pageSize, string pageToken, CancellationToken ct)
    {
        var size = Paging.Size(pageSize);
        var before = pageToken == "" ? Guid.AllBitsSet : Paging.After(pageToken);
        var rows = await db.Imports.FromSql($"SELECT * FROM roster_imports WHERE id < {before}").AsNoTracking()
            .OrderByDescending(import => import.Id).Take(size + 1).ToListAsync(ct);
        return (rows, Paging.Next(rows, size, import => import.Id.Value));
    }

    public async Task<(List<RosterReject> Rejects, string NextPage)> Rejects(RosterImportId id, int pageSize, string pageToken, CancellationToken ct)
    {
        var size = Paging.Size(pageSize);
        var after = PageOfNumbers.After(pageToken);
        await One(id, ct);
        var rows = await db.Rejects.AsNoTracking().Where(reject => reject.Import == id && reject.Line > after)
            .OrderBy(reject => reject.Line).Take(size + 1).ToListAsync(ct);
        return (rows, Paging.Next(rows, size, reject => PageOfNumbers.Token(reject.Line)));
    }
}
