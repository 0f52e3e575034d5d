using Microsoft.EntityFrameworkCore;
using Training.Completions.V1;
using Training.Hosting;
using Training.Messaging;

namespace Training.Sanctions;

internal sealed class CompleteRemediation(SanctionsDb db, CaseDesk desk, TimeProvider clock) : IReaction<AssignmentCompleted>
{
    public async Task Run(AssignmentCompleted happened, Caller caller, CancellationToken ct)
    {
        var completion = happened.Completion;
        if (completion.Source != AssignmentSource.Remediation)
            return;
        var (id, member) = (RemediationId.Parse("completion.source_id", completion.SourceId), MemberId.Parse("completion.member_id", completion.MemberId));
        var file = await db.Cases.SingleOrDefaultAsync(one => one.RemediationId == id && one.Subject == member, ct);
        if (file is null)
            return;
        file.CompleteRemediation(completion.Completed.ToDateTimeOffset(), clock.Now());
        await desk.LayDown(file, "remedial training passed", ct);
    }
}
