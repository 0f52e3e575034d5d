using GreenDonut.Data;
using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Types.Relay;

namespace Training.Gateway.Types;

[ObjectType<Case>]
internal static partial class CaseNode
{
    [NodeResolver]
    public static Task<Case?> GetCaseAsync(string id, CaseById cases, CancellationToken ct) => cases.LoadAsync(id, ct);

    /// <summary>Whose conduct it is.</summary>
    public static Task<Member?> GetMemberAsync([Parent] Case @case, MemberById members, CancellationToken ct) => members.LoadAsync(@case.MemberId, ct);

    /// <summary>Who handed it off; none where a machine did.</summary>
    public static async Task<Member?> GetHandedOffByAsync([Parent] Case @case, MemberById members, CancellationToken ct) =>
        @case.HandedOffById is { } member ? await members.LoadAsync(member, ct) : null;

    /// <summary>The sanction policy that was in force when the case was opened.</summary>
    public static Task<SanctionPolicy?> GetPolicyAsync([Parent] Case @case, PolicyByVersion policies, CancellationToken ct) =>
        policies.LoadAsync(@case.PolicyVersion, ct);

    /// <summary>Trained before violated: what they had learnt of it, and what they chose then.</summary>
    public static Task<TrainingFinding?> GetTrainingAsync([Parent] Case @case, TrainingOfCase trainings, CancellationToken ct) => trainings.LoadAsync(@case.Id, ct);
}

[ObjectType<CaseSummary>]
internal static partial class CaseSummaryNode
{
    /// <summary>The whole case. Reading it is recorded in the audit log.</summary>
    public static Task<Case?> GetCaseAsync([Parent] CaseSummary summary, CaseById cases, CancellationToken ct) => cases.LoadAsync(summary.Id, ct);
}

[ObjectType<CaseSignature>]
internal static partial class CaseSignatureNode
{
    /// <summary>Who signed.</summary>
    public static Task<Member?> GetMemberAsync([Parent] CaseSignature signature, MemberById members, CancellationToken ct) =>
        members.LoadAsync(signature.MemberId, ct);
}

[ObjectType<Remediation>]
internal static partial class RemediationNode
{
    /// <summary>The scenario's newest version.</summary>
    public static async Task<Scenario?> GetScenarioAsync([Parent] Remediation remediation, ScenarioByVersion scenarios, CancellationToken ct) =>
        remediation.ScenarioId is { } scenario ? await scenarios.LoadAsync((scenario, 0), ct) : null;
}

[ObjectType<Member>]
internal static partial class MemberCases
{
    /// <summary>The cases about them. Looking is recorded in the audit log.</summary>
    /// <param name="where">Only what meets all of this.</param>
    [UsePaging]
    public static Task<Connection<CaseSummary>?> GetCasesAsync(
        [Parent] Member member, CaseFilter? where, PagingArguments paging, CasesOfMember cases, CancellationToken ct) =>
        cases.PageAsync(member.Id, Slice.Of(paging), where?.ToMessage(), ct);
}
