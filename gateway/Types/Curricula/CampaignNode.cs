using GreenDonut.Data;
using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Types.Relay;

namespace Training.Gateway.Types;

[ObjectType<Campaign>]
internal static partial class CampaignNode
{
    [NodeResolver]
    public static Task<Campaign?> GetCampaignAsync(string id, CampaignById campaigns, CancellationToken ct) => campaigns.LoadAsync(id, ct);

    /// <summary>The version that it gives.</summary>
    public static Task<CurriculumVersion?> GetCurriculumAsync([Parent] Campaign campaign, CurriculumByVersion curricula, CancellationToken ct) =>
        curricula.LoadAsync((campaign.CurriculumId, campaign.Version), ct);

    /// <summary>The officer who launched it.</summary>
    public static async Task<Member?> GetLaunchedByAsync([Parent] Campaign campaign, MemberById members, CancellationToken ct) =>
        campaign.LaunchedById is { } member ? await members.LoadAsync(member, ct) : null;

    /// <summary>How far it is; none in the moment before its assignments are made.</summary>
    public static Task<CampaignProgress?> GetProgressAsync([Parent] Campaign campaign, ProgressOfCampaign progress, CancellationToken ct) =>
        progress.LoadAsync(campaign.Id, ct);

    /// <summary>Who owes it, and who has done it.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="order">In which order.</param>
    [UsePaging]
    public static Task<Connection<Assignment>?> GetAssignmentsAsync(
        [Parent] Campaign campaign, AssignmentFilter? where, PagingArguments paging, AssignmentsOfCampaign assignments, CancellationToken ct,
        AssignmentOrder order = AssignmentOrder.Assigned) =>
        assignments.PageAsync(campaign.Id, Slice.Of(paging), (where?.ToMessage(), order), ct);

    /// <summary>The record of who has done it, oldest first.</summary>
    /// <param name="where">Only what meets all of this.</param>
    [UsePaging]
    public static Task<Connection<Completion>?> GetCompletionsAsync(
        [Parent] Campaign campaign, CompletionFilter? where, PagingArguments paging, CompletionsOfCampaign completions, CancellationToken ct) =>
        completions.PageAsync(campaign.Id, Slice.Of(paging), where?.ToMessage(), ct);
}
