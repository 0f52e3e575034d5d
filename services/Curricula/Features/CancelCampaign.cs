using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Training.Curricula.V1;
using Training.Hosting;
using Training.Messaging;

namespace Training.Curricula;

internal sealed class CancelCampaign(CurriculaDb db, Offices offices, TimeProvider clock)
{
    public async Task<Campaign> Run(CampaignId id, string reason, Caller caller, CancellationToken ct)
    {
        var now = clock.Now();
        var campaign = await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw new CampaignNotFound(id);
        await offices.DemandAnyAsync(caller, ct);
        campaign.Cancel(reason, now);
        db.Publish(new CampaignCancelled { CampaignId = id.ToString(), Reason = campaign.CancelledBecause, Cancelled = now.ToTimestamp() });
        db.Note($"Campaign/{id}", $"cancelled: {campaign.CancelledBecause}");
        await db.SaveChangesAsync(ct);
        return campaign;
    }
}
