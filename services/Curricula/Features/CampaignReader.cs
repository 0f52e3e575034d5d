using Microsoft.EntityFrameworkCore;
using NodaTime;
using Training.Messaging;

namespace Training.Curricula;

internal enum CampaignState
{
    /// <summary>Not cancelled, and its due date is not over everywhere.</summary>
    Running = 1,
    Over = 2,
    Cancelled = 3,
}

/// <summary>Campaigns that meet everything that is set.</summary>
internal sealed record CampaignFilter(CurriculumId? Curriculum = null, CampaignState? State = null, LocalDate? DueBefore = null);

internal enum CampaignOrder
{
    NewestFirst,
    Due,
}

internal sealed class CampaignReader(CurriculaDb db, TimeProvider clock)
{
    private static readonly ListOrder<Campaign>
        NewestFirst = new("campaigns", descending: true, nameof(Campaign.Id)),
        Due = new("campaigns by due date", descending: false, nameof(Campaign.DueOn), nameof(Campaign.Id)),
        Changes = ListOrder<Campaign>.OfChanges("changes of campaigns", nameof(Campaign.Id));

    public async Task<Campaign> One(CampaignId id, CancellationToken ct) =>
        await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw new CampaignNotFound(id);

    /// <summary>Those of them that are there.</summary>
    public async Task<List<Campaign>> Some(IReadOnlyCollection<CampaignId> ids, CancellationToken ct)
    {
        ListReader.DemandFew(ids.Count);
        return await db.Campaigns.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(ct);
    }

    public Task<Page<Campaign>> Page(CampaignFilter filter, CampaignOrder order, PageAsk ask, CancellationToken ct) =>
        db.PageAsync(ask.ChangedSince is not null ? Changes : Of(order), ask, campaigns => Narrow(campaigns, filter), ct);

    public Task<IReadOnlyList<PageOf<CurriculumId, Campaign>>> Pages(
        IReadOnlyCollection<CurriculumId> ids, CampaignFilter filter, CampaignOrder order, PageAsk ask, CancellationToken ct) =>
        db.PagesAsync(Of(order), ask, campaign => campaign.CurriculumId, ids, campaigns => Narrow(campaigns, filter), ct);

    private IQueryable<Campaign> Narrow(IQueryable<Campaign> campaigns, CampaignFilter filter)
    {
        if (filter.Curriculum is { } curriculum)
            campaigns = campaigns.Where(c => c.CurriculumId == curriculum);
        if (filter.DueBefore is { } day)
            campaigns = campaigns.Where(c => c.DueOn < day);
        var today = Days.EarliestToday(clock.Now());
        return filter.State switch
        {
            null => campaigns,
            CampaignState.Running => campaigns.Where(c => c.Cancelled == null && c.DueOn >= today),
            CampaignState.Over => campaigns.Where(c => c.Cancelled == null && c.DueOn < today),
            _ => campaigns.Where(c => c.Cancelled != null),
        };
    }

    private static ListOrder<Campaign> Of(CampaignOrder order) => order == CampaignOrder.Due ? Due : NewestFirst;
}
