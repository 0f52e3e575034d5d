using Training.Hosting;

namespace Training.Curricula;

internal sealed class DeclineCurriculum(CurriculaDb db, CurriculumShelf shelf, Offices offices)
{
    public async Task<CurriculumVersion> Run(CurriculumId id, int number, string reason, Caller caller, CancellationToken ct)
    {
        var curriculum = await shelf.CurriculumAsync(id, ct);
        var version = await shelf.VersionAsync(id, number, ct);
        await offices.DemandAnyAsync(caller, ct);
        curriculum.Decline(version, reason);
        db.Note($"Curriculum/{id}", $"version {number} declined: {reason}");
        await db.SaveChangesAsync(ct);
        return version;
    }
}
