using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Curricula;

internal sealed class ProposeCurriculum(CurriculaDb db, Offices offices, TimeProvider clock)
{
    public async Task<CurriculumVersion> Run(CurriculumContent content, Office office, Caller caller, CancellationToken ct)
    {
        ContentRules.Check(content);
        var signature = await offices.SignAsync(office, caller, ct);
        var curriculum = await db.Curricula.SingleOrDefaultAsync(c => c.Code == content.Code, ct);
        if (curriculum is not null && await SameAsync(curriculum, content.Hash(), ct) is { } same)
            return same;

        await DemandPublishedAsync(content.Items, ct);
        curriculum ??= db.Add(Curriculum.Begin(TypedId.New<CurriculumId>(clock), content.Code, caller.Organisation)).Entity;
        var version = curriculum.Propose(TypedId.New<CurriculumVersionId>(clock), content, signature);
        db.Add(version);
        db.Note($"Curriculum/{curriculum.Id}", $"version {version.Number} proposed");
        await db.SaveChangesAsync(ct);
        return version;
    }

    // What waits or is in force is not proposed again; what was declined or superseded may come back as a version of its own.
    private Task<CurriculumVersion?> SameAsync(Curriculum curriculum, byte[] hash, CancellationToken ct) =>
        db.Versions.AsNoTracking().SingleOrDefaultAsync(
            v => v.CurriculumId == curriculum.Id && (v.Number == curriculum.Open || v.Number == curriculum.Published) && v.ContentHash == hash, ct);

    private async Task DemandPublishedAsync(IReadOnlyList<CurriculumItem> items, CancellationToken ct)
    {
        var asked = items.Select(item => new ScenarioId(item.ScenarioId)).ToList();
        var published = await db.Scenarios.AsNoTracking().Where(s => asked.Contains(s.Id)).Select(s => s.Id).ToListAsync(ct);
        foreach (var missing in asked.Except(published))
            throw new ScenarioNotPublished(missing.Value);
    }
}
