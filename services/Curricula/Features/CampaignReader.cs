using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Curricula;

internal sealed class CampaignReader(CurriculaDb db)
{
    public async Task<Campaign> One(CampaignId id, CancellationToken ct) =>
        await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw new CampaignNotFound(id);

    /// <summary>Newest first, and the next page's token.</summary>
    public async Task<(List<Campaign> Campaigns, string Next)> Page(int pageSize, string pageToken, CancellationToken ct)
    {
        var (size, before) = (Paging.Size(pageSize), new CampaignId(Paging.After(pageToken)));
        var earlier = pageToken == "" ? db.Campaigns : db.Campaigns.Where(c => c.Id < before);
        var campaigns = await earlier.AsNoTracking().OrderByDescending(c => c.Id).Take(size + 1).ToListAsync(ct);
        return (campaigns, Paging.Next(campaigns, size, c => c.Id.Value));
    }
}
