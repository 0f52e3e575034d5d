using Grpc.Core;
using Training.Curricula.V1;
using Training.Hosting;

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

    public override async Task<ListCampaignsResponse> ListCampaigns(ListCampaignsRequest request, ServerCallContext context)
    {
        var (campaigns, next) = await reader.Page(request.PageSize, request.PageToken, context.CancellationToken);
        return new ListCampaignsResponse { Campaigns = { campaigns.Select(c => c.ToMessage()) }, NextPageToken = next };
    }
}
