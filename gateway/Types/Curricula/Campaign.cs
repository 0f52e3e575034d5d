using HotChocolate.Types.Relay;
using V1 = Training.Curricula.V1;

namespace Training.Gateway.Types;

/// <summary>A campaign gives a version of a curriculum to its audience, with a due date.</summary>
internal sealed class Campaign(V1.Campaign message)
{
    [ID]
    public string Id => message.Id;

    [ID("Curriculum")]
    public string CurriculumId => message.CurriculumId;

    /// <summary>Of the curriculum.</summary>
    public int Version => message.Version;

    public string Title => message.Title;

    /// <summary>Ends with the day at each member's site.</summary>
    public DateOnly DueOn => message.DueOn.Day();

    public DateTimeOffset Launched => message.Launched.ToDateTimeOffset();

    /// <summary>The member who launched it; none where a machine did.</summary>
    [ID<Member>]
    public string? LaunchedById => message.LaunchedBy.OrNull();

    public DateTimeOffset? Cancelled => message.Cancelled.Instant();

    public string? CancelledBecause => message.CancelledBecause.OrNull();
}
