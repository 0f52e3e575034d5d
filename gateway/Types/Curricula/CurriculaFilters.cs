using HotChocolate;
using HotChocolate.Types.Relay;
using V1 = Training.Curricula.V1;

namespace Training.Gateway.Types;

/// <summary>Versions of curricula that meet everything that is given.</summary>
internal sealed record CurriculumFilter
{
    /// <summary>Of this curriculum.</summary>
    [ID("Curriculum")]
    public string? CurriculumId { get; init; }

    /// <summary>How far they have come.</summary>
    public CurriculumState? State { get; init; }

    /// <summary>The organisation's own short name.</summary>
    public string? Code { get; init; }

    [GraphQLIgnore]
    public V1.CurriculumFilter ToMessage() => new()
    {
        CurriculumId = CurriculumId ?? "",
        State = (V1.CurriculumState)(State ?? 0),
        Code = Code ?? "",
    };
}

/// <summary>How far a campaign is in time.</summary>
internal enum CampaignState
{
    /// <summary>Not cancelled, and its due date is not over everywhere.</summary>
    Running = 1,

    /// <summary>Its due date is over everywhere.</summary>
    Over = 2,

    /// <summary>Taken back by an officer.</summary>
    Cancelled = 3,
}

/// <summary>Campaigns that meet everything that is given.</summary>
internal sealed record CampaignFilter
{
    /// <summary>Of this curriculum, in whatever version.</summary>
    [ID("Curriculum")]
    public string? CurriculumId { get; init; }

    /// <summary>How far they are in time.</summary>
    public CampaignState? State { get; init; }

    /// <summary>Due on an earlier day.</summary>
    public DateOnly? DueBefore { get; init; }

    [GraphQLIgnore]
    public V1.CampaignFilter ToMessage() => new()
    {
        CurriculumId = CurriculumId ?? "",
        State = (V1.CampaignState)(State ?? 0),
        DueBefore = DueBefore.Text(),
    };
}

/// <summary>The order of a list of campaigns.</summary>
internal enum CampaignOrder
{
    /// <summary>Newest first.</summary>
    Launched = 0,

    /// <summary>Soonest first.</summary>
    Due = 1,
}
