using Grpc.Core;
using Training.Completions.V1;
using Training.Hosting;
using Training.Messaging;
using static Training.Completions.ListMessages;

namespace Training.Completions;

/// <summary>The gRPC edge: who was trained on what.</summary>
internal sealed class TrainingRecordService(
    RecordReader record, TranscriptReader transcripts, AcceptEquivalent accept, EquivalentReader equivalents, RecordEquivalent recordEquivalent, TimeProvider clock)
    : TrainingRecord.TrainingRecordBase
{
    public override async Task<ListTranscriptResponse> ListTranscript(ListTranscriptRequest request, ServerCallContext context)
    {
        var page = await transcripts.One(MemberId.Parse("member_id", request.MemberId), PageAsk.Of(request), context.GetCaller(), context.CancellationToken);
        return page.Tell(new ListTranscriptResponse { Entries = { page.Rows.Select(entry => entry.ToMessage()) } });
    }

    public override async Task<BatchListTranscriptsResponse> BatchListTranscripts(BatchListTranscriptsRequest request, ServerCallContext context)
    {
        var lists = await transcripts.Some(Ids<MemberId>("member_ids", request.MemberIds), PageAsk.Of(request), context.GetCaller(), context.CancellationToken);
        return new BatchListTranscriptsResponse
        {
            Lists = { lists.Select(list => list.Page.Tell(new TranscriptOf { Of = list.Of.ToString(), Entries = { list.Page.Rows.Select(entry => entry.ToMessage()) } })) },
        };
    }

    public override async Task<ListCompletionsResponse> ListCompletions(ListCompletionsRequest request, ServerCallContext context)
    {
        var page = await record.Ledger(request.ToFilter(), PageAsk.Of(request), context.CancellationToken);
        return page.Tell(new ListCompletionsResponse { Completions = { page.Rows.Select(completion => completion.ToMessage()) } });
    }

    public override async Task<BatchGetCompletionsResponse> BatchGetCompletions(BatchGetCompletionsRequest request, ServerCallContext context) =>
        new() { Completions = { (await record.Some(Ids<CompletionId>("completion_ids", request.CompletionIds), context.CancellationToken)).Select(one => one.ToMessage()) } };

    public override async Task<BatchListCompletionsResponse> BatchListCompletions(BatchListCompletionsRequest request, ServerCallContext context)
    {
        var (filter, ask, ct) = (request.Filter.ToFilter(), PageAsk.Of(request), context.CancellationToken);
        ListReader.SizeOfEach(ask, request.MemberIds.Count + request.CampaignIds.Count);
        var ofMembers = await record.OfMembers(Ids<MemberId>("member_ids", request.MemberIds), filter, ask, ct);
        var ofCampaigns = await record.OfCampaigns(Ids<DutyId>("campaign_ids", request.CampaignIds), filter, ask, ct);
        return new BatchListCompletionsResponse
        {
            Lists = { ofMembers.Select(list => ToMessage(list.Of.ToString(), list.Page)), ofCampaigns.Select(list => ToMessage(list.Of.ToString(), list.Page)) },
        };
    }

    public override async Task<V1.Equivalent> AcceptEquivalent(AcceptEquivalentRequest request, ServerCallContext context)
    {
        var offer = new CourseOffer(request.Provider, request.Course, request.Title, ScenarioId.Parse("scenario_id", request.ScenarioId), request.Reason);
        return (await accept.Run(offer, context.GetCaller(), context.CancellationToken)).ToMessage();
    }

    public override async Task<ListEquivalentsResponse> ListEquivalents(ListEquivalentsRequest request, ServerCallContext context)
    {
        var page = await equivalents.Page(PageAsk.Of(request), context.CancellationToken);
        return page.Tell(new ListEquivalentsResponse { Equivalents = { page.Rows.Select(one => one.ToMessage()) } });
    }

    public override async Task<V1.Assignment> RecordEquivalent(RecordEquivalentRequest request, ServerCallContext context)
    {
        var pass = new CoursePass(request.Provider, request.Course, request.Reference, Instant("passed", request.Passed), request.EvidenceHash.ToByteArray());
        var id = AssignmentId.Parse("assignment_id", request.AssignmentId);
        return (await recordEquivalent.Run(id, pass, context.GetCaller(), context.CancellationToken)).ToMessage(clock.GetUtcNow());
    }

    private static CompletionsOf ToMessage(string of, Page<Completion> page) =>
        page.Tell(new CompletionsOf { Of = of, Completions = { page.Rows.Select(completion => completion.ToMessage()) } });
}
