using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;
using Training.Sanctions.V1;

namespace Training.Completions;

internal sealed class AssignRemediation(CompletionsDb db, RecordLocks locks, AssignDuties assign, ProgressChanges progress) : IReaction<RemediationOrdered>
{
    public async Task Run(RemediationOrdered happened, Caller caller, CancellationToken ct)
    {
        var remediation = happened.ToDuty(caller.Organisation);
        var member = remediation.Member!.Value;
        await locks.OfAsync(member, ct);
        if (await db.Duties.AnyAsync(duty => duty.Id == remediation.Id, ct))
            return;
        db.Add(remediation);
        await db.SaveChangesAsync(ct);
        await assign.ToMembersAsync([member], ct);
        await db.SaveChangesAsync(ct);
        progress.Of(caller.Organisation);
    }
}
