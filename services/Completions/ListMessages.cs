using Google.Protobuf.WellKnownTypes;
using NodaTime;
using NodaTime.Text;
using Training.Hosting;

namespace Training.Completions;

/// <summary>What is asked of lists, in this service's words.</summary>
internal static class ListMessages
{
    public static AssignmentFilter ToFilter(this V1.AssignmentFilter? filter) => filter is null ? AssignmentFilter.Everything : new AssignmentFilter(
        FilterOf(filter.State),
        new RosterFilter(filter.Site, filter.Department, Id<MemberId>("filter.manager_id", filter.ManagerId), filter.JobRole),
        Id<DutyId>("filter.campaign_id", filter.CampaignId),
        Id<MemberId>("filter.member_id", filter.MemberId),
        Id<CurriculumId>("filter.curriculum_id", filter.CurriculumId),
        filter.Source == V1.AssignmentSource.Unspecified ? null : (DutySource)filter.Source,
        filter.DueBefore == "" ? null : Day("filter.due_before", filter.DueBefore));

    /// <summary>The request's own fields are older than its filter; either may be set.</summary>
    public static AssignmentFilter ToFilter(this V1.ListAssignmentsRequest request)
    {
        var filter = request.Filter.ToFilter();
        if (request.OfCase == V1.ListAssignmentsRequest.OfOneofCase.CampaignId)
            filter = filter with { Campaign = DutyId.Parse("campaign_id", request.CampaignId) };
        if (request.OfCase == V1.ListAssignmentsRequest.OfOneofCase.MemberId)
            filter = filter with { Member = MemberId.Parse("member_id", request.MemberId) };
        return request.State == V1.AssignmentState.Unspecified ? filter : filter with { State = FilterOf(request.State) };
    }

    public static AssignmentOrder ToOrder(this V1.AssignmentOrder order) => order switch
    {
        V1.AssignmentOrder.Unspecified => AssignmentOrder.OldestFirst,
        V1.AssignmentOrder.Due => AssignmentOrder.Due,
        _ => throw new AssignmentOrderUnknown(),
    };

    public static CompletionFilter ToFilter(this V1.CompletionFilter? filter) => filter is null ? new CompletionFilter(new RosterFilter()) : new CompletionFilter(
        new RosterFilter(filter.Site, filter.Department, Id<MemberId>("filter.manager_id", filter.ManagerId), filter.JobRole),
        Id<DutyId>("filter.campaign_id", filter.CampaignId),
        Id<MemberId>("filter.member_id", filter.MemberId),
        Id<CurriculumId>("filter.curriculum_id", filter.CurriculumId),
        filter.CompletedFrom is null ? null : Instant("filter.completed_from", filter.CompletedFrom),
        filter.CompletedBefore is null ? null : Instant("filter.completed_before", filter.CompletedBefore));

    public static CompletionFilter ToFilter(this V1.ListCompletionsRequest request)
    {
        var filter = request.Filter.ToFilter();
        return request.CampaignId == "" ? filter : filter with { Campaign = DutyId.Parse("campaign_id", request.CampaignId) };
    }

    public static HashSet<TId> Ids<TId>(string field, IEnumerable<string> ids) where TId : struct, ITypedId<TId> => [.. ids.Select(id => TypedId.Parse<TId>(field, id))];

    /// <summary>As it will be stored.</summary>
    public static DateTimeOffset Instant(string field, Timestamp? told)
    {
        try
        {
            var instant = told?.ToDateTimeOffset() ?? throw new InstantNotReadable(field);
            return instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new InstantNotReadable(field);
        }
    }

    private static LocalDate Day(string field, string text) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) ? day : throw new DateNotReadable(field);

    private static TId? Id<TId>(string field, string text) where TId : struct, ITypedId<TId> => text == "" ? null : TypedId.Parse<TId>(field, text);

    private static StateFilter FilterOf(V1.AssignmentState state) => state switch
    {
        V1.AssignmentState.Unspecified => StateFilter.All,
        V1.AssignmentState.Open => StateFilter.Open,
        V1.AssignmentState.Completed => StateFilter.Completed,
        V1.AssignmentState.Overdue => StateFilter.Overdue,
        V1.AssignmentState.Closed => StateFilter.Closed,
        _ => throw new AssignmentStateUnknown(),
    };
}
