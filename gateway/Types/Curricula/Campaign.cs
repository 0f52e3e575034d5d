using HotChocolate.Types.Relay;
using V1 = Training.Curricula.V1;

namespace Training.Gateway.Types;

/// <summary>A campaign gives a version of a curriculum to its audience, with a due date.</summary>
internal sealed class Campaign(V1.Campaign message)
{
    /// <summary>Names the campaign in this system.</summary>
    [ID]
    public string Id => message.Id;

    /// <summary>The curriculum that it gives.</summary>
    [ID("Curriculum")]
    public string CurriculumId => message.CurriculumId;

    /// <summary>Of the curriculum.</summary>
    public int Version => message.Version;

    /// <summary>What employees read.</summary>
    public string Title => message.Title;

    /// <summary>Ends with the day at each member's site.</summary>
    public DateOnly DueOn => message.DueOn.Day();

    /// <summary>When it was launched.</summary>
    public DateTimeOffset Launched => message.Launched.ToDateTimeOffset();

    /// <summary>The member who launched it; none where a machine did.</summary>
    [ID<Member>]
    public string? LaunchedById => message.LaunchedBy.OrNull();

    /// <summary>When it was cancelled, if it was.</summary>
    public DateTimeOffset? Cancelled => message.Cancelled.Instant();

    /// <summary>Why it was cancelled.</summary>
    public string? CancelledBecause => message.CancelledBecause.OrNull();
}
