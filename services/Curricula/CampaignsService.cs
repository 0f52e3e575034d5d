using Grpc.Core;
using Training.Curricula.V1;
using Training.Hosting;
using Training.Messaging;

namespace Training.Curricula;

/// <summary>The gRPC edge of the campaigns.</summary>
internal sealed class CampaignsService(LaunchCampaign launch, CancelCampaign cancel, CampaignReader reader) : Campaigns.CampaignsBase
{
    public override async Task<V1.Campaign> LaunchCampaign(LaunchCampaignRequest request, ServerCallContext context) =>
        (await launch.Run(
            TypedId.Parse<CurriculumId>("curriculum_id", request.CurriculumId), request.Version, request.Title.Trim(), Days.Parse("due_on", request.DueOn),
            context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<V1.Campaign> CancelCampaign(CancelCampaignRequest request, ServerCallContext context) =>
        (await cancel.Run(TypedId.Parse<CampaignId>("campaign_id", request.CampaignId), request.Reason.Trim(), context.GetCaller(), context.CancellationToken)).ToMessage();

    public override async Task<V1.Campaign> GetCampaign(GetCampaignRequest request, ServerCallContext context) =>
        (await reader.One(TypedId.Parse<CampaignId>("id", request.Id), context.CancellationToken)).ToMessage();

    public override async Task<BatchGetCampaignsResponse> BatchGetCampaigns(BatchGetCampaignsRequest request, ServerCallContext context)
    {
        HashSet<CampaignId> ids = [.. request.CampaignIds.Select(id => TypedId.Parse<CampaignId>("campaign_ids", id))];
        return new BatchGetCampaignsResponse { Campaigns = { (await reader.Some(ids, context.CancellationToken)).Select(c => c.ToMessage()) } };
    }

    public override async Task<ListCampaignsResponse> ListCampaigns(ListCampaignsRequest request, ServerCallContext context)
    {
        var page = await reader.Page(request.Filter.ToDomain(), request.Order.ToDomain(), PageAsk.Of(request), context.CancellationToken);
        return page.Tell(new ListCampaignsResponse { Campaigns = { page.Rows.Select(c => c.ToMessage()) } });
    }

    public override async Task<BatchListCampaignsResponse> BatchListCampaigns(BatchListCampaignsRequest request, ServerCallContext context)
    {
        var lists = await reader.Pages(
            ListMessages.CurriculumIds(request.CurriculumIds), request.Filter.ToDomain(), request.Order.ToDomain(), PageAsk.Of(request), context.CancellationToken);
        return new BatchListCampaignsResponse
        {
            Lists = { lists.Select(list => list.Page.Tell(new CampaignsOf { Of = list.Of.ToString(), Campaigns = { list.Page.Rows.Select(c => c.ToMessage()) } })) },
        };
    }
}
