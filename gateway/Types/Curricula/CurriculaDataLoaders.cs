using GreenDonut;
using HotChocolate.Types.Pagination;
using V1 = Training.Curricula.V1;

namespace Training.Gateway.Types;

/// <summary>By id and version; version 0 is the newest published one.</summary>
internal sealed class CurriculumByVersion(V1.CurriculumLibrary.CurriculumLibraryClient library, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<(string Id, int Version), CurriculumVersion>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<(string Id, int Version), CurriculumVersion>> LoadBatchAsync(
        IReadOnlyList<(string Id, int Version)> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, Lookup.Most, async asked =>
        {
            var request = new V1.BatchGetCurriculaRequest
            {
                Curricula = { asked.Select(one => new V1.GetCurriculumRequest { CurriculumId = one.Id, Version = one.Version }) },
            };
            return (await library.BatchGetCurriculaAsync(request, cancellationToken: cancellationToken)).Curricula
                .Select(found => KeyValuePair.Create((found.Asked.CurriculumId, found.Asked.Version), new CurriculumVersion(found.Version)));
        });
}

internal sealed class CampaignById(V1.Campaigns.CampaignsClient campaigns, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<string, Campaign>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<string, Campaign>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, Lookup.Most, async ids =>
            (await campaigns.BatchGetCampaignsAsync(new V1.BatchGetCampaignsRequest { CampaignIds = { ids } }, cancellationToken: cancellationToken))
            .Campaigns.Select(campaign => KeyValuePair.Create(campaign.Id, new Campaign(campaign))));
}

internal sealed class VersionsOfCurriculum(V1.CurriculumLibrary.CurriculumLibraryClient library, IBatchScheduler scheduler, DataLoaderOptions options)
    : ListLoader<V1.CurriculumFilter?, CurriculumVersion>(scheduler, options)
{
    protected override async Task<IEnumerable<(string Of, Connection<CurriculumVersion> Page)>> ListAsync(
        string[] of, Slice slice, V1.CurriculumFilter? filter, CancellationToken ct)
    {
        var request = new V1.BatchListCurriculaRequest
        {
            CurriculumIds = { of },
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = filter,
        };
        return (await library.BatchListCurriculaAsync(request, cancellationToken: ct)).Lists.Select(list => (
            list.Of, Connections.Of(slice, list.Versions, list.Cursors, list.NextPageToken, list.HasTotal ? list.Total : null, version => new CurriculumVersion(version))));
    }
}

internal sealed class CampaignsOfCurriculum(V1.Campaigns.CampaignsClient campaigns, IBatchScheduler scheduler, DataLoaderOptions options)
    : ListLoader<(V1.CampaignFilter? Filter, CampaignOrder Order), Campaign>(scheduler, options)
{
    protected override async Task<IEnumerable<(string Of, Connection<Campaign> Page)>> ListAsync(
        string[] of, Slice slice, (V1.CampaignFilter? Filter, CampaignOrder Order) filter, CancellationToken ct)
    {
        var request = new V1.BatchListCampaignsRequest
        {
            CurriculumIds = { of },
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = filter.Filter,
            Order = (V1.CampaignOrder)filter.Order,
        };
        return (await campaigns.BatchListCampaignsAsync(request, cancellationToken: ct)).Lists.Select(list => (
            list.Of, Connections.Of(slice, list.Campaigns, list.Cursors, list.NextPageToken, list.HasTotal ? list.Total : null, campaign => new Campaign(campaign))));
    }
}
