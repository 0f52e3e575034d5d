using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Workforce;

internal sealed class DesignationReader(WorkforceDb db)
{
    public async Task<(List<Designation> Designations, string NextPage)> Page(int pageSize, string pageToken, CancellationToken ct)
    {
        var size = Paging.Size(pageSize);
        var after = Paging.After(pageToken);
        var rows = await db.Designations.FromSql($"SELECT * FROM designations WHERE id > {after}").AsNoTracking()
            .OrderBy(designation => designation.Id).Take(size + 1).ToListAsync(ct);
        return (rows, Paging.Next(rows, size, designation => designation.Id.Value));
    }
}
