using Grpc.Core;
using Training.Hosting;
using Training.Messaging;
using Training.Scenarios.V1;

namespace Training.Scenarios;

/// <summary>The gRPC edge of the runs: message → use case → message.</summary>
internal sealed class RunsService(StartRun start, Choose choose, RunReader runs, ReplayRun replay) : Runs.RunsBase
{
    public override async Task<V1.Run> StartRun(StartRunRequest request, ServerCallContext context) =>
        RunMessages.Of(await start.Run(TypedId.Parse<ScenarioId>("scenario_id", request.ScenarioId), context.GetCaller(), context.CancellationToken));

    public override async Task<ChooseResponse> Choose(ChooseRequest request, ServerCallContext context) =>
        RunMessages.Of(await choose.Run(
            TypedId.Parse<RunId>("run_id", request.RunId), request.Scene, request.Step, request.Choice, context.GetCaller(), context.CancellationToken));

    public override async Task<V1.Run> GetRun(GetRunRequest request, ServerCallContext context) =>
        RunMessages.Of(await runs.Own(TypedId.Parse<RunId>("id", request.Id), context.GetCaller(), context.CancellationToken));

    public override async Task<BatchGetRunsResponse> BatchGetRuns(BatchGetRunsRequest request, ServerCallContext context)
    {
        var (own, others) = await runs.Some(RunIds(request.RunIds), context.GetCaller(), context.CancellationToken);
        return new BatchGetRunsResponse { Runs = { own.Select(RunMessages.Of), others.Select(RunMessages.Of) } };
    }

    public override async Task<ListRunsResponse> ListMyRuns(ListMyRunsRequest request, ServerCallContext context)
    {
        var page = await runs.ListOwn(RunMessages.Of(request.Filter), PageAsk.Of(request), context.GetCaller(), context.CancellationToken);
        return page.Tell(new ListRunsResponse { Runs = { page.Rows.Select(RunMessages.Of) } });
    }

    public override async Task<ListRunsResponse> ListRuns(ListRunsRequest request, ServerCallContext context)
    {
        var filter = RunMessages.Of(request.Filter);
        // Older than the filter; either may be set.
        if (request.MemberId != "")
            filter = filter with { Member = TypedId.Parse<MemberId>("member_id", request.MemberId) };
        var page = await runs.List(filter, PageAsk.Of(request), context.CancellationToken);
        return page.Tell(new ListRunsResponse { Runs = { page.Rows.Select(RunMessages.Of) } });
    }

    public override async Task<BatchListRunsResponse> BatchListRuns(BatchListRunsRequest request, ServerCallContext context)
    {
        HashSet<MemberId> members = [.. request.MemberIds.Select(id => TypedId.Parse<MemberId>("member_ids", id))];
        var lists = await runs.Lists(members, RunMessages.Of(request.Filter), PageAsk.Of(request), context.CancellationToken);
        return new BatchListRunsResponse
        {
            Lists = { lists.Select(list => list.Page.Tell(new RunsOf { Of = list.Of.ToString(), Runs = { list.Page.Rows.Select(RunMessages.Of) } })) },
        };
    }

    public override async Task<BatchGetReplaysResponse> BatchGetReplays(BatchGetReplaysRequest request, ServerCallContext context) =>
        new() { Replays = { (await replay.Some(RunIds(request.RunIds), context.GetCaller(), context.CancellationToken)).Select(RunMessages.Of) } };

    public override async Task<V1.Replay> GetReplay(GetReplayRequest request, ServerCallContext context) =>
        RunMessages.Of(await replay.Run(TypedId.Parse<RunId>("run_id", request.RunId), context.GetCaller(), context.CancellationToken));

    private static HashSet<RunId> RunIds(IEnumerable<string> ids) => [.. ids.Select(id => TypedId.Parse<RunId>("run_ids", id))];
}
