using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;

namespace Training.Completions;

/// <summary>Credits the pass of an accepted course like a run of the scenario that it stands for.</summary>
internal sealed class RecordEquivalent(
    CompletionsDb db, RecordLocks locks, AssignmentStatements statements, CreditRuns credit, AssignmentReader reader, ProgressChanges progress, TimeProvider clock)
{
    public async Task<AssignmentView> Run(AssignmentId id, CoursePass pass, Caller caller, CancellationToken ct)
    {
        await db.BeginAsync(ct);
        var assignment = await db.Assignments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new AssignmentNotFound(id);
        var duty = await db.Duties.AsNoTracking().Include(d => d.Scenarios).SingleAsync(d => d.Id == assignment.Duty, ct);
        if (duty.Source == DutySource.Remediation)
            throw new RemediationIsDoneHere();
        pass.Check(duty, clock.Now());
        await locks.OfAsync(assignment.Member, ct);
        var equivalent = await EquivalentAsync(pass, duty, ct);
        var attempt = equivalent.Passed(TypedId.New<RunId>(clock), assignment.Member, pass);
        var known = await db.Attempts.AsNoTracking().SingleOrDefaultAsync(t => t.Provider == pass.Provider && t.Reference == pass.Reference, ct);
        if (known is null)
            await CreditAsync(attempt, caller, ct);
        else if (!known.IsSamePassAs(attempt))
            throw new ReferenceTaken(pass.Reference);
        return (await reader.Some([id], caller, withItems: true, ct)).Single();
    }

    private async Task<Equivalent> EquivalentAsync(CoursePass pass, Duty duty, CancellationToken ct)
    {
        var scenarios = duty.Scenarios.Select(required => required.Scenario).ToList();
        return await db.Equivalents.AsNoTracking().Where(e => e.Provider == pass.Provider && e.Course == pass.Course && scenarios.Contains(e.Scenario))
            .OrderBy(e => e.Id).FirstOrDefaultAsync(ct) ?? throw new EquivalentNotAccepted(pass.Provider, pass.Course);
    }

    private async Task CreditAsync(Attempt attempt, Caller caller, CancellationToken ct)
    {
        db.Add(attempt);
        await db.SaveChangesAsync(ct);
        await statements.TouchForAsync(attempt, ct);
        await credit.OfAsync([attempt.Member], ct);
        db.Note($"Attempt/{attempt.Run}", $"{attempt.Provider} {attempt.Course}: {attempt.Reference}");
        await db.SaveChangesAsync(ct);
        progress.Of(caller.Organisation);
    }
}
