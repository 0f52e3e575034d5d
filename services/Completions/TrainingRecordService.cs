using Grpc.Core;
using Training.Completions.V1;
using Training.Hosting;

namespace Training.Completions;

/// <summary>The gRPC edge: who was trained on what.</summary>
internal sealed class TrainingRecordService(RecordReader record) : TrainingRecord.TrainingRecordBase
{
    public override async Task<ListTranscriptResponse> ListTranscript(ListTranscriptRequest request, ServerCallContext context)
    {
        var page = await record.Transcript(
            MemberId.Parse("member_id", request.MemberId), context.GetCaller(), request.PageSize, request.PageToken, context.CancellationToken);
        var response = new ListTranscriptResponse { NextPageToken = page.NextPageToken };
        response.Entries.AddRange(page.Rows.Select(entry => entry.ToMessage()));
        return response;
    }

    public override async Task<ListCompletionsResponse> ListCompletions(ListCompletionsRequest request, ServerCallContext context)
    {
        DutyId? campaign = request.CampaignId == "" ? null : DutyId.Parse("campaign_id", request.CampaignId);
        var page = await record.Ledger(campaign, request.PageSize, request.PageToken, context.CancellationToken);
        var response = new ListCompletionsResponse { NextPageToken = page.NextPageToken };
        response.Completions.AddRange(page.Rows.Select(completion => completion.ToMessage()));
        return response;
    }
}
