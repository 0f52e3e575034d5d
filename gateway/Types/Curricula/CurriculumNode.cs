using GreenDonut.Data;
using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;

namespace Training.Gateway.Types;

[ObjectType<CurriculumVersion>]
internal static partial class CurriculumVersionNode
{
    /// <summary>Every version of this curriculum, oldest first.</summary>
    /// <param name="where">Only what meets all of this.</param>
    [UsePaging]
    public static Task<Connection<CurriculumVersion>?> GetVersionsAsync(
        [Parent] CurriculumVersion curriculum, CurriculumFilter? where, PagingArguments paging, VersionsOfCurriculum versions, CancellationToken ct) =>
        versions.PageAsync(curriculum.CurriculumId, Slice.Of(paging), where?.ToMessage(), ct);

    /// <summary>The campaigns of this curriculum, of whatever version.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="order">In which order.</param>
    [UsePaging]
    public static Task<Connection<Campaign>?> GetCampaignsAsync(
        [Parent] CurriculumVersion curriculum, CampaignFilter? where, PagingArguments paging, CampaignsOfCurriculum campaigns, CancellationToken ct,
        CampaignOrder order = CampaignOrder.Launched) =>
        campaigns.PageAsync(curriculum.CurriculumId, Slice.Of(paging), (where?.ToMessage(), order), ct);
}

[ObjectType<CurriculumItem>]
internal static partial class CurriculumItemNode
{
    /// <summary>The scenario's newest version.</summary>
    public static Task<Scenario?> GetScenarioAsync([Parent] CurriculumItem item, ScenarioByVersion scenarios, CancellationToken ct) =>
        scenarios.LoadAsync((item.ScenarioId, 0), ct);
}

[ObjectType<Signature>]
internal static partial class SignatureNode
{
    /// <summary>Who signed.</summary>
    public static Task<Member?> GetMemberAsync([Parent] Signature signature, MemberById members, CancellationToken ct) =>
        members.LoadAsync(signature.MemberId, ct);
}
