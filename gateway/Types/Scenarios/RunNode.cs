using GreenDonut.Data;
using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Types.Relay;

namespace Training.Gateway.Types;

[ObjectType<Run>]
internal static partial class RunNode
{
    [NodeResolver]
    public static Task<Run?> GetRunAsync(string id, RunById runs, CancellationToken ct) => runs.LoadAsync(id, ct);

    /// <summary>The scenario's version that was taken.</summary>
    public static Task<Scenario?> GetScenarioAsync([Parent] Run run, ScenarioByVersion scenarios, CancellationToken ct) =>
        scenarios.LoadAsync((run.ScenarioId, run.ScenarioVersion), ct);

    /// <summary>Who takes it.</summary>
    public static Task<Member?> GetMemberAsync([Parent] Run run, MemberById members, CancellationToken ct) => members.LoadAsync(run.MemberId, ct);

    /// <summary>The finished run played again, with what every other choice would have led to. Looking is recorded in the audit log.</summary>
    public static Task<Replay?> GetReplayAsync([Parent] Run run, ReplayOfRun replays, CancellationToken ct) => replays.LoadAsync(run.Id, ct);
}

[ObjectType<Member>]
internal static partial class MemberRuns
{
    /// <summary>The scenarios that they took, oldest first.</summary>
    /// <param name="where">Only what meets all of this.</param>
    [UsePaging]
    public static Task<Connection<Run>?> GetRunsAsync([Parent] Member member, RunFilter? where, PagingArguments paging, RunsOfMember runs, CancellationToken ct) =>
        runs.PageAsync(member.Id, Slice.Of(paging), where?.ToMessage(), ct);
}
