using GreenDonut.Data;
using HotChocolate;
using HotChocolate.CostAnalysis.Types;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Types.Relay;

namespace Training.Gateway.Types;

[ObjectType<Assignment>]
internal static partial class AssignmentNode
{
    [NodeResolver]
    public static Task<Assignment?> GetAssignmentAsync(string id, AssignmentById assignments, CancellationToken ct) => assignments.LoadAsync(id, ct);

    /// <summary>Who owes it.</summary>
    public static Task<Member?> GetMemberAsync([Parent] Assignment assignment, MemberById members, CancellationToken ct) =>
        members.LoadAsync(assignment.MemberId, ct);

    /// <summary>The campaign that gave it; none for a remediation.</summary>
    public static async Task<Campaign?> GetCampaignAsync([Parent] Assignment assignment, CampaignById campaigns, CancellationToken ct) =>
        assignment.CampaignId is { } campaign ? await campaigns.LoadAsync(campaign, ct) : null;

    /// <summary>The version of the curriculum that it asks for; none for a remediation.</summary>
    public static Task<CurriculumVersion?> GetCurriculumAsync([Parent] Assignment assignment, CurriculumByVersion curricula, CancellationToken ct) =>
        assignment is { CurriculumId: { } curriculum, CurriculumVersion: { } version } ? curricula.LoadAsync((curriculum, version), ct) : Task.FromResult<CurriculumVersion?>(null);

    /// <summary>The scenarios to be passed.</summary>
    // One call for all assignments of an operation: as cheap as if they came along.
    [Cost(1)]
    public static async Task<IReadOnlyList<AssignmentItem>> GetItemsAsync([Parent] Assignment assignment, ItemsOfAssignment items, CancellationToken ct) =>
        assignment.ItemsRead is { Count: > 0 } read ? read : await items.LoadAsync(assignment.Id, ct) ?? [];

    /// <summary>The attempts that count for it, oldest first.</summary>
    [UsePaging]
    public static Task<Connection<Attempt>?> GetAttemptsAsync(
        [Parent] Assignment assignment, PagingArguments paging, AttemptsOfAssignment attempts, CancellationToken ct) =>
        attempts.PageAsync(assignment.Id, Slice.Of(paging), default, ct);
}

[ObjectType<AssignmentItem>]
internal static partial class AssignmentItemNode
{
    /// <summary>The scenario's newest version: what taking it now would start.</summary>
    public static Task<Scenario?> GetScenarioAsync([Parent] AssignmentItem item, ScenarioByVersion scenarios, CancellationToken ct) =>
        scenarios.LoadAsync((item.ScenarioId, 0), ct);

    /// <summary>The run by which it was passed.</summary>
    public static async Task<Run?> GetPassedRunAsync([Parent] AssignmentItem item, RunById runs, CancellationToken ct) =>
        item.PassedRunId is { } run ? await runs.LoadAsync(run, ct) : null;
}

[ObjectType<Member>]
internal static partial class MemberTraining
{
    /// <summary>What they owe or have done, by when.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="order">In which order.</param>
    [UsePaging]
    public static Task<Connection<Assignment>?> GetAssignmentsAsync(
        [Parent] Member member, AssignmentFilter? where, PagingArguments paging, AssignmentsOfMember assignments, CancellationToken ct,
        AssignmentOrder order = AssignmentOrder.Assigned) =>
        assignments.PageAsync(member.Id, Slice.Of(paging), (where?.ToMessage(), order), ct);

    /// <summary>What they have done, oldest first.</summary>
    /// <param name="where">Only what meets all of this.</param>
    [UsePaging]
    public static Task<Connection<Completion>?> GetCompletionsAsync(
        [Parent] Member member, CompletionFilter? where, PagingArguments paging, CompletionsOfMember completions, CancellationToken ct) =>
        completions.PageAsync(member.Id, Slice.Of(paging), where?.ToMessage(), ct);

    /// <summary>Their completions and attempts, newest first.</summary>
    [UsePaging(AllowBackwardPagination = false)]
    public static Task<Connection<ITranscriptEntry>?> GetTranscriptAsync(
        [Parent] Member member, PagingArguments paging, TranscriptOfMember transcripts, CancellationToken ct) =>
        transcripts.PageAsync(member.Id, Slice.Of(paging), default, ct);
}
