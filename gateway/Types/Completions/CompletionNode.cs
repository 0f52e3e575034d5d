using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Relay;

namespace Training.Gateway.Types;

[ObjectType<Completion>]
internal static partial class CompletionNode
{
    [NodeResolver]
    public static Task<Completion?> GetCompletionAsync(string id, CompletionById completions, CancellationToken ct) => completions.LoadAsync(id, ct);

    /// <summary>Who has done it.</summary>
    public static Task<Member?> GetMemberAsync([Parent] Completion completion, MemberById members, CancellationToken ct) =>
        members.LoadAsync(completion.MemberId, ct);

    /// <summary>What was done.</summary>
    public static Task<Assignment?> GetAssignmentAsync([Parent] Completion completion, AssignmentById assignments, CancellationToken ct) =>
        assignments.LoadAsync(completion.AssignmentId, ct);

    /// <summary>The version of the curriculum; none for a remediation.</summary>
    public static Task<CurriculumVersion?> GetCurriculumAsync([Parent] Completion completion, CurriculumByVersion curricula, CancellationToken ct) =>
        completion is { CurriculumId: { } curriculum, CurriculumVersion: { } version } ? curricula.LoadAsync((curriculum, version), ct) : Task.FromResult<CurriculumVersion?>(null);
}

[ObjectType<PassedScenario>]
internal static partial class PassedScenarioNode
{
    /// <summary>The run that proves it.</summary>
    public static Task<Run?> GetRunAsync([Parent] PassedScenario passed, RunById runs, CancellationToken ct) => runs.LoadAsync(passed.RunId, ct);
}

[ObjectType<Attempt>]
internal static partial class AttemptNode
{
    /// <summary>The run; none where another provider's course was taken.</summary>
    public static async Task<Run?> GetRunAsync([Parent] Attempt attempt, RunById runs, CancellationToken ct) =>
        attempt.RunId is { } run ? await runs.LoadAsync(run, ct) : null;
}
