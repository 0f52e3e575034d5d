using Microsoft.EntityFrameworkCore;
using Training.Curricula.V1;
using Training.Hosting;
using Training.Messaging;

namespace Training.Completions;

internal sealed class AssignCampaign(CompletionsDb db, RecordLocks locks, AssignDuties assign, ProgressChanges progress) : IReaction<CampaignLaunched>
{
    public async Task Run(CampaignLaunched happened, Caller caller, CancellationToken ct)
    {
        await locks.OfEverybodyAsync(ct);
        var campaign = happened.ToDuty(caller.Organisation);
        if (await db.Duties.AnyAsync(duty => duty.Id == campaign.Id, ct))
            return;
        var cancellation = await db.Cancellations.AsNoTracking().SingleOrDefaultAsync(cancelled => cancelled.Duty == campaign.Id, ct);
        if (cancellation is not null)
            campaign.Cancel(cancellation.At, cancellation.Reason);
        db.Add(campaign);
        await db.SaveChangesAsync(ct);
        if (cancellation is null)
            await assign.ToAudienceAsync(campaign, ct);
        await db.SaveChangesAsync(ct);
        progress.Of(caller.Organisation);
    }
}
