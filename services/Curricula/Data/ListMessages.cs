using Training.Curricula.V1;
using Training.Hosting;

namespace Training.Curricula;

/// <summary>What is asked of lists, as the contract says it.</summary>
internal static class ListMessages
{
    public static HashSet<CurriculumId> CurriculumIds(IEnumerable<string> ids) => [.. ids.Select(id => TypedId.Parse<CurriculumId>("curriculum_ids", id))];

    public static VersionKey ToKey(this GetCurriculumRequest asked) => new(TypedId.Parse<CurriculumId>("curricula.curriculum_id", asked.CurriculumId), asked.Version);

    public static CurriculumFilter ToDomain(this V1.CurriculumFilter? filter) => filter is null ? new CurriculumFilter() : new CurriculumFilter(
        filter.CurriculumId == "" ? null : TypedId.Parse<CurriculumId>("filter.curriculum_id", filter.CurriculumId),
        filter.State == V1.CurriculumState.Unspecified ? null : (CurriculumState)filter.State,
        filter.Code);

    public static CampaignFilter ToDomain(this V1.CampaignFilter? filter) => filter is null ? new CampaignFilter() : new CampaignFilter(
        filter.CurriculumId == "" ? null : TypedId.Parse<CurriculumId>("filter.curriculum_id", filter.CurriculumId),
        filter.State == V1.CampaignState.Unspecified ? null : (CampaignState)filter.State,
        filter.DueBefore == "" ? null : Days.Parse("filter.due_before", filter.DueBefore));

    public static CampaignOrder ToDomain(this V1.CampaignOrder order) => order switch
    {
        V1.CampaignOrder.Unspecified => CampaignOrder.NewestFirst,
        V1.CampaignOrder.Due => CampaignOrder.Due,
        _ => throw new CampaignOrderUnknown(),
    };
}
