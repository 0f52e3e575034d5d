using Google.Protobuf.WellKnownTypes;
using HotChocolate;
using HotChocolate.Types.Relay;
using V1 = Training.Completions.V1;

namespace Training.Gateway.Types;

/// <summary>Assignments that meet everything that is given. What is said of a member is what the roster says of them now.</summary>
internal sealed record AssignmentFilter
{
    /// <summary>Given by this campaign.</summary>
    [ID<Campaign>]
    public string? CampaignId { get; init; }

    /// <summary>Owed by this member.</summary>
    [ID<Member>]
    public string? MemberId { get; init; }

    /// <summary>How far they are.</summary>
    public AssignmentState? State { get; init; }

    /// <summary>Asking for this curriculum, in whatever version.</summary>
    [ID("Curriculum")]
    public string? CurriculumId { get; init; }

    /// <summary>Why they are owed.</summary>
    public AssignmentSource? Source { get; init; }

    /// <summary>Due on an earlier day.</summary>
    public DateOnly? DueBefore { get; init; }

    /// <summary>The code of the member's site.</summary>
    public string? Site { get; init; }

    /// <summary>The member's department.</summary>
    public string? Department { get; init; }

    /// <summary>Of who report to this member.</summary>
    [ID<Member>]
    public string? ManagerId { get; init; }

    /// <summary>The code of the member's job role.</summary>
    public string? JobRole { get; init; }

    [GraphQLIgnore]
    public V1.AssignmentFilter ToMessage() => new()
    {
        CampaignId = CampaignId ?? "",
        MemberId = MemberId ?? "",
        State = (V1.AssignmentState)(State ?? 0),
        CurriculumId = CurriculumId ?? "",
        Source = (V1.AssignmentSource)(Source ?? 0),
        DueBefore = DueBefore.Text(),
        Site = Site ?? "",
        Department = Department ?? "",
        ManagerId = ManagerId ?? "",
        JobRole = JobRole ?? "",
    };
}

/// <summary>The order of a list of assignments.</summary>
internal enum AssignmentOrder
{
    /// <summary>Oldest first.</summary>
    Assigned = 0,

    /// <summary>Soonest first.</summary>
    Due = 1,
}

/// <summary>Completions that meet everything that is given. What is said of a member is what the roster says of them now.</summary>
internal sealed record CompletionFilter
{
    /// <summary>Asked for by this campaign.</summary>
    [ID<Campaign>]
    public string? CampaignId { get; init; }

    /// <summary>Done by this member.</summary>
    [ID<Member>]
    public string? MemberId { get; init; }

    /// <summary>Of this curriculum, in whatever version.</summary>
    [ID("Curriculum")]
    public string? CurriculumId { get; init; }

    /// <summary>Done at this instant or later.</summary>
    public DateTimeOffset? CompletedFrom { get; init; }

    /// <summary>Done before this instant.</summary>
    public DateTimeOffset? CompletedBefore { get; init; }

    /// <summary>The code of the member's site.</summary>
    public string? Site { get; init; }

    /// <summary>The member's department.</summary>
    public string? Department { get; init; }

    /// <summary>Of who report to this member.</summary>
    [ID<Member>]
    public string? ManagerId { get; init; }

    /// <summary>The code of the member's job role.</summary>
    public string? JobRole { get; init; }

    [GraphQLIgnore]
    public V1.CompletionFilter ToMessage() => new()
    {
        CampaignId = CampaignId ?? "",
        MemberId = MemberId ?? "",
        CurriculumId = CurriculumId ?? "",
        CompletedFrom = CompletedFrom?.ToTimestamp(),
        CompletedBefore = CompletedBefore?.ToTimestamp(),
        Site = Site ?? "",
        Department = Department ?? "",
        ManagerId = ManagerId ?? "",
        JobRole = JobRole ?? "",
    };
}
