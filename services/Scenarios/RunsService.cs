using Grpc.Core;
using Training.Hosting;
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

    public override async Task<ListRunsResponse> ListMyRuns(ListMyRunsRequest request, ServerCallContext context) =>
        RunMessages.Of(await runs.ListOwn(request.PageSize, request.PageToken, context.GetCaller(), context.CancellationToken));

    public override async Task<ListRunsResponse> ListRuns(ListRunsRequest request, ServerCallContext context)
    {
        MemberId? member = request.MemberId == "" ? null : TypedId.Parse<MemberId>("member_id", request.MemberId);
        return RunMessages.Of(await runs.List(member, request.PageSize, request.PageToken, context.CancellationToken));
    }

    public override async Task<V1.Replay> GetReplay(GetReplayRequest request, ServerCallContext context) =>
        RunMessages.Of(await replay.Run(TypedId.Parse<RunId>("run_id", request.RunId), context.GetCaller(), context.CancellationToken));
}
