using Microsoft.EntityFrameworkCore;

namespace Training.Sanctions;

/// <summary>What a list shows of a case: nothing of what was said or decided.</summary>
internal sealed record CaseLine(CaseId Id, string ViolationCode, CaseState State, DateTimeOffset Opened, DateTimeOffset? Closed);

/// <summary>Shows cases. Whoever reads one leaves an entry in the audit log.</summary>
internal sealed class CaseReader(SanctionsDb db, PolicyShelf shelf, TrainingRecords records)
{
    public async Task<Case> Read(CaseId id, CancellationToken ct)
    {
        var file = await Find(id, ct);
        await NoteReading(id, "read", ct);
        return file;
    }

    public async Task<(Case File, TrainingFinding Finding)> ExplainTraining(CaseId id, CancellationToken ct)
    {
        var file = await Find(id, ct);
        var (_, policy) = await shelf.Version(file.PolicyVersion, ct);
        var history = await records.Of(file.Subject, policy.Violation(file.ViolationCode), ct);
        await NoteReading(id, "training read", ct);
        return (file, history.Before(file.Happened));
    }

    /// <summary>Newest first, from before this id on; from the newest where it is empty.</summary>
    public async Task<List<CaseLine>> List(Guid before, int count, CancellationToken ct)
    {
        var limit = new CaseId(before);
        var cases = before == Guid.Empty ? db.Cases : db.Cases.Where(file => file.Id < limit);
        return await cases.AsNoTracking().OrderByDescending(file => file.Id).Take(count)
            .Select(file => new CaseLine(file.Id, file.ViolationCode, file.State, file.Opened, file.Closed)).ToListAsync(ct);
    }

    private async Task<Case> Find(CaseId id, CancellationToken ct) =>
        await db.Cases.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, ct) ?? throw new CaseNotFound(id);

    private Task NoteReading(CaseId id, string how, CancellationToken ct)
    {
        db.Note($"Case/{id}", how);
        return db.SaveChangesAsync(ct);
    }
}
