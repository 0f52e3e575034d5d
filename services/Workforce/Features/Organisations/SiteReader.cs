using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Workforce;

internal sealed class SiteReader(WorkforceDb db)
{
    private static readonly ListOrder<Site> ByCode = new("sites", descending: false, nameof(Site.Code));

    public Task<Page<Site>> Page(PageAsk ask, CancellationToken ct) => db.PageAsync(ByCode, ask, sites => sites, ct);

    /// <summary>Those of them that are registered.</summary>
    public async Task<List<Site>> Some(IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        ListReader.DemandFew(codes.Count);
        return await db.Sites.AsNoTracking().Where(site => codes.Contains(site.Code)).ToListAsync(ct);
    }
}
