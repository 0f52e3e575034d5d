using GreenDonut.Data;
using HotChocolate.CostAnalysis.Types;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Types.Relay;
using Training.Curricula.V1;
using V1 = Training.Curricula.V1;

namespace Training.Gateway.Types;

[QueryType]
internal static partial class CurriculaQueries
{
    /// <summary>A version of a curriculum; without a version: the newest published one.</summary>
    /// <param name="version">Which version.</param>
    /// <param name="id">Its global id.</param>
    public static Task<CurriculumVersion?> GetCurriculumAsync([ID("Curriculum")] string id, int? version, CurriculumByVersion curricula, CancellationToken ct) =>
        curricula.LoadAsync((id, version ?? 0), ct);

    /// <summary>Every version of every curriculum, oldest first.</summary>
    /// <param name="where">Only what meets all of this.</param>
    [UsePaging]
    public static async Task<Connection<CurriculumVersion>?> GetCurriculaAsync(
        CurriculumFilter? where, PagingArguments paging, CurriculumLibrary.CurriculumLibraryClient library, CancellationToken ct)
    {
        var slice = Slice.Of(paging);
        var request = new ListCurriculaRequest
        {
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = where?.ToMessage(),
        };
        var page = await library.ListCurriculaAsync(request, cancellationToken: ct);
        return Connections.Of(slice, page.Versions, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, version => new CurriculumVersion(version));
    }

    /// <summary>Versions of curricula that were added or changed.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="changedSince">The changedUntil of an earlier answer; leave it out to begin at the beginning.</param>
    /// <param name="first">At most so many, up to 500.</param>
    [ListSize(AssumedSize = 50, SlicingArguments = ["first"], SizedFields = ["items"])]
    public static async Task<CurriculumChanges?> GetCurriculumChangesAsync(
        CurriculumFilter? where, CurriculumLibrary.CurriculumLibraryClient library, CancellationToken ct, string changedSince = "", int first = ChangesSize.Usual)
    {
        var request = new ListCurriculaRequest { PageSize = ChangesSize.Check(first), ChangedSince = changedSince, Filter = where?.ToMessage() };
        var page = await library.ListCurriculaAsync(request, cancellationToken: ct);
        return new CurriculumChanges([.. page.Versions.Select(version => new CurriculumVersion(version))], page.ChangedUntil, page.NextPageToken.Length > 0);
    }

    /// <summary>A campaign.</summary>
    /// <param name="id">Its global id.</param>
    public static Task<Campaign?> GetCampaignAsync([ID<Campaign>] string id, CampaignById campaigns, CancellationToken ct) => campaigns.LoadAsync(id, ct);

    /// <summary>The campaigns, past ones included.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="order">In which order.</param>
    [UsePaging]
    public static async Task<Connection<Campaign>?> GetCampaignsAsync(
        CampaignFilter? where, PagingArguments paging, Campaigns.CampaignsClient campaigns, CancellationToken ct, CampaignOrder order = CampaignOrder.Launched)
    {
        var slice = Slice.Of(paging);
        var request = new ListCampaignsRequest
        {
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = where?.ToMessage(),
            Order = (V1.CampaignOrder)order,
        };
        var page = await campaigns.ListCampaignsAsync(request, cancellationToken: ct);
        return Connections.Of(slice, page.Campaigns, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, campaign => new Campaign(campaign));
    }

    /// <summary>Campaigns that were launched or cancelled.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="changedSince">The changedUntil of an earlier answer; leave it out to begin at the beginning.</param>
    /// <param name="first">At most so many, up to 500.</param>
    [ListSize(AssumedSize = 50, SlicingArguments = ["first"], SizedFields = ["items"])]
    public static async Task<CampaignChanges?> GetCampaignChangesAsync(
        CampaignFilter? where, Campaigns.CampaignsClient campaigns, CancellationToken ct, string changedSince = "", int first = ChangesSize.Usual)
    {
        var request = new ListCampaignsRequest { PageSize = ChangesSize.Check(first), ChangedSince = changedSince, Filter = where?.ToMessage() };
        var page = await campaigns.ListCampaignsAsync(request, cancellationToken: ct);
        return new CampaignChanges([.. page.Campaigns.Select(campaign => new Campaign(campaign))], page.ChangedUntil, page.NextPageToken.Length > 0);
    }
}

/// <summary>Versions of curricula that were added or changed.</summary>
internal sealed class CurriculumChanges(IReadOnlyList<CurriculumVersion> items, string changedUntil, bool hasMore)
    : Changes<CurriculumVersion>(items, changedUntil, hasMore);

/// <summary>Campaigns that were launched or cancelled.</summary>
internal sealed class CampaignChanges(IReadOnlyList<Campaign> items, string changedUntil, bool hasMore) : Changes<Campaign>(items, changedUntil, hasMore);
