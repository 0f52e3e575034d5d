using Grpc.Core;
using Training.Completions.V1;
using Training.Hosting;

namespace Training.Completions;

/// <summary>The gRPC edge: who owes what by when.</summary>
internal sealed class AssignmentsService(AssignmentReader assignments, ProgressReader progress, WatchProgress watch, TimeProvider clock) : Assignments.AssignmentsBase
{
    public override async Task<ListAssignmentsResponse> ListMyAssignments(ListMyAssignmentsRequest request, ServerCallContext context) =>
        ToMessage(await assignments.OfCaller(context.GetCaller(), request.PageSize, request.PageToken, context.CancellationToken));

    public override async Task<ListAssignmentsResponse> ListAssignments(ListAssignmentsRequest request, ServerCallContext context) => ToMessage(request.OfCase switch
    {
        ListAssignmentsRequest.OfOneofCase.CampaignId => await assignments.OfCampaign(
            DutyId.Parse("campaign_id", request.CampaignId), FilterOf(request.State), request.PageSize, request.PageToken, context.CancellationToken),
        ListAssignmentsRequest.OfOneofCase.MemberId => await assignments.OfMember(
            MemberId.Parse("member_id", request.MemberId), FilterOf(request.State), request.PageSize, request.PageToken, context.CancellationToken),
        _ => throw new AssignmentsOfNobody(),
    });

    public override async Task<CampaignProgress> GetCampaignProgress(GetCampaignProgressRequest request, ServerCallContext context) =>
        (await progress.Of(DutyId.Parse("campaign_id", request.CampaignId), context.CancellationToken)).ToMessage();

    public override async Task WatchCampaignProgress(GetCampaignProgressRequest request, IServerStreamWriter<CampaignProgress> responseStream, ServerCallContext context)
    {
        await foreach (var now in watch.Of(DutyId.Parse("campaign_id", request.CampaignId), context.GetCaller(), context.CancellationToken))
            await responseStream.WriteAsync(now.ToMessage(), context.CancellationToken);
    }

    private ListAssignmentsResponse ToMessage(Page<AssignmentView> page)
    {
        var now = clock.GetUtcNow();
        var message = new ListAssignmentsResponse { NextPageToken = page.NextPageToken };
        message.Assignments.AddRange(page.Rows.Select(view => view.ToMessage(now)));
        return message;
    }

    private static AssignmentFilter FilterOf(V1.AssignmentState state) => state switch
    {
        V1.AssignmentState.Unspecified => AssignmentFilter.All,
        V1.AssignmentState.Open => AssignmentFilter.Open,
        V1.AssignmentState.Completed => AssignmentFilter.Completed,
        V1.AssignmentState.Overdue => AssignmentFilter.Overdue,
        V1.AssignmentState.Closed => AssignmentFilter.Closed,
        _ => throw new AssignmentStateUnknown(),
    };
}
