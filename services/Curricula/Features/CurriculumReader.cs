using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Curricula;

internal sealed class CurriculumReader(CurriculaDb db)
{
    public async Task<CurriculumVersion> One(CurriculumId id, int number, CancellationToken ct)
    {
        var curriculum = await db.Curricula.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw new CurriculumNotFound(id);
        var wanted = number != 0 ? number : curriculum.Published ?? throw new CurriculumNeverPublished(id);
        return await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.CurriculumId == id && v.Number == wanted, ct)
            ?? throw new CurriculumVersionNotFound(id, wanted);
    }

    /// <summary>Every version, oldest first, and the next page's token.</summary>
    public async Task<(List<CurriculumVersion> Versions, string Next)> Page(int pageSize, string pageToken, CancellationToken ct)
    {
        var (size, after) = (Paging.Size(pageSize), new CurriculumVersionId(Paging.After(pageToken)));
        var versions = await db.Versions.AsNoTracking().Where(v => v.Id > after).OrderBy(v => v.Id).Take(size + 1).ToListAsync(ct);
        return (versions, Paging.Next(versions, size, v => v.Id.Value));
    }
}
