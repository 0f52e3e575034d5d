using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;
using Training.Scenarios.V1;

namespace Training.Completions;

internal sealed class RecordAttempt(CompletionsDb db, RecordLocks locks, AssignmentStatements statements, CreditRuns credit, ProgressChanges progress) : IReaction<RunFinished>
{
    public async Task Run(RunFinished happened, Caller caller, CancellationToken ct)
    {
        var attempt = happened.ToAttempt(caller.Organisation);
        await locks.OfAsync(attempt.Member, ct);
        if (await db.Attempts.AnyAsync(known => known.Run == attempt.Run, ct))
            return;
        db.Add(attempt);
        await db.SaveChangesAsync(ct);
        await statements.TouchForAsync(attempt, ct);
        await credit.OfAsync([attempt.Member], ct);
        await db.SaveChangesAsync(ct);
        progress.Of(caller.Organisation);
    }
}
