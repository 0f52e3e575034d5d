using Microsoft.EntityFrameworkCore;
using Training.Curricula.V1;
using Training.Hosting;
using Training.Messaging;

namespace Training.Completions;

/// <summary>Closes what is open of a cancelled campaign. What has been completed stays.</summary>
internal sealed class TakeCampaignBack(CompletionsDb db, RecordLocks locks, ProgressChanges progress) : IReaction<CampaignCancelled>
{
    public async Task Run(CampaignCancelled happened, Caller caller, CancellationToken ct)
    {
        await locks.OfEverybodyAsync(ct);
        var cancellation = happened.ToCancellation(caller.Organisation);
        if (await db.Cancellations.AnyAsync(known => known.Duty == cancellation.Duty, ct))
            return;
        db.Add(cancellation);
        if (await db.Duties.SingleOrDefaultAsync(duty => duty.Id == cancellation.Duty, ct) is { } campaign)
        {
            campaign.Cancel(cancellation.At, cancellation.Reason);
            await CloseAsync(campaign, cancellation.At, ct);
        }
        await db.SaveChangesAsync(ct);
        progress.Of(caller.Organisation);
    }

    private async Task CloseAsync(Duty campaign, DateTimeOffset at, CancellationToken ct)
    {
        var change = await db.ChangeNumberAsync(ct);
        var closed = await db.Assignments.Where(assignment => assignment.Duty == campaign.Id && assignment.State == AssignmentState.Open)
            .ExecuteUpdateAsync(set => set
                .SetProperty(assignment => assignment.State, AssignmentState.Closed)
                .SetProperty(assignment => assignment.Closed, at)
                .SetProperty(assignment => assignment.Change, change)
                .SetProperty(assignment => assignment.ClosedBecause, ClosedBecause.Cancelled), ct);
        db.Note($"Campaign/{campaign.Id}", $"cancelled, {closed} closed: {campaign.CancelledBecause}");
    }
}
