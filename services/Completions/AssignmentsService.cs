using Grpc.Core;
using Training.Completions.V1;
using Training.Hosting;
using Training.Messaging;
using static Training.Completions.ListMessages;

namespace Training.Completions;

/// <summary>The gRPC edge: who owes what by when.</summary>
internal sealed class AssignmentsService(AssignmentReader assignments, ProgressReader progress, WatchProgress watch, TimeProvider clock) : Assignments.AssignmentsBase
{
    public override async Task<ListAssignmentsResponse> ListMyAssignments(ListMyAssignmentsRequest request, ServerCallContext context)
    {
        var page = await assignments.OfCaller(PageAsk.Of(request), context.GetCaller(), !request.WithoutItems, context.CancellationToken);
        return page.Tell(new ListAssignmentsResponse { Assignments = { Told(page.Rows) } });
    }

    public override async Task<ListAssignmentsResponse> ListAssignments(ListAssignmentsRequest request, ServerCallContext context)
    {
        var page = await assignments.Page(request.ToFilter(), request.Order.ToOrder(), PageAsk.Of(request), !request.WithoutItems, context.CancellationToken);
        return page.Tell(new ListAssignmentsResponse { Assignments = { Told(page.Rows) } });
    }

    public override async Task<BatchGetAssignmentsResponse> BatchGetAssignments(BatchGetAssignmentsRequest request, ServerCallContext context)
    {
        var ids = Ids<AssignmentId>("assignment_ids", request.AssignmentIds);
        return new BatchGetAssignmentsResponse { Assignments = { Told(await assignments.Some(ids, context.GetCaller(), !request.WithoutItems, context.CancellationToken)) } };
    }

    public override async Task<BatchListAssignmentsResponse> BatchListAssignments(BatchListAssignmentsRequest request, ServerCallContext context)
    {
        var (filter, order, ask, ct) = (request.Filter.ToFilter(), request.Order.ToOrder(), PageAsk.Of(request), context.CancellationToken);
        ListReader.SizeOfEach(ask, request.MemberIds.Count + request.CampaignIds.Count);
        var ofMembers = await assignments.OfMembers(Ids<MemberId>("member_ids", request.MemberIds), filter, order, ask, !request.WithoutItems, ct);
        var ofCampaigns = await assignments.OfCampaigns(Ids<DutyId>("campaign_ids", request.CampaignIds), filter, order, ask, !request.WithoutItems, ct);
        return new BatchListAssignmentsResponse
        {
            Lists = { ofMembers.Select(list => ToMessage(list.Of.ToString(), list.Page)), ofCampaigns.Select(list => ToMessage(list.Of.ToString(), list.Page)) },
        };
    }

    public override async Task<BatchListAttemptsResponse> BatchListAttempts(BatchListAttemptsRequest request, ServerCallContext context)
    {
        var lists = await assignments.Attempts(
            Ids<AssignmentId>("assignment_ids", request.AssignmentIds), PageAsk.Of(request), context.GetCaller(), context.CancellationToken);
        return new BatchListAttemptsResponse
        {
            Lists = { lists.Select(list => list.Page.Tell(new AttemptsOf { Of = list.Of.ToString(), Attempts = { list.Page.Rows.Select(attempt => attempt.ToMessage()) } })) },
        };
    }

    public override async Task<CampaignProgress> GetCampaignProgress(GetCampaignProgressRequest request, ServerCallContext context) =>
        (await progress.Of(DutyId.Parse("campaign_id", request.CampaignId), context.CancellationToken)).ToMessage();

    public override async Task<BatchGetCampaignProgressResponse> BatchGetCampaignProgress(BatchGetCampaignProgressRequest request, ServerCallContext context) =>
        new() { Progress = { (await progress.Of(Ids<DutyId>("campaign_ids", request.CampaignIds), context.CancellationToken)).Select(one => one.ToMessage()) } };

    public override async Task WatchCampaignProgress(GetCampaignProgressRequest request, IServerStreamWriter<CampaignProgress> responseStream, ServerCallContext context)
    {
        await foreach (var now in watch.Of(DutyId.Parse("campaign_id", request.CampaignId), context.GetCaller(), context.CancellationToken))
            await responseStream.WriteAsync(now.ToMessage(), context.CancellationToken);
    }

    private AssignmentsOf ToMessage(string of, Page<AssignmentView> page) => page.Tell(new AssignmentsOf { Of = of, Assignments = { Told(page.Rows) } });

    private IEnumerable<V1.Assignment> Told(IEnumerable<AssignmentView> views)
    {
        var now = clock.GetUtcNow();
        return views.Select(view => view.ToMessage(now));
    }
}
