using Microsoft.EntityFrameworkCore;

namespace Training.Curricula;

/// <summary>Takes curricula and their versions down to be changed; the organisation's own only.</summary>
internal sealed class CurriculumShelf(CurriculaDb db)
{
    public async Task<Curriculum> CurriculumAsync(CurriculumId id, CancellationToken ct) =>
        await db.Curricula.SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw new CurriculumNotFound(id);

    public async Task<CurriculumVersion> VersionAsync(CurriculumId id, int number, CancellationToken ct) =>
        await db.Versions.SingleOrDefaultAsync(v => v.CurriculumId == id && v.Number == number, ct) ?? throw new CurriculumVersionNotFound(id, number);
}
