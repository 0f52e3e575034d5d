using HotChocolate;
using HotChocolate.Types.Relay;
using V1 = Training.Completions.V1;

namespace Training.Gateway.Types;

/// <summary>How far an assignment is.</summary>
internal enum AssignmentState
{
    /// <summary>To be done.</summary>
    Open = 1,

    /// <summary>Every scenario of it is passed.</summary>
    Completed = 2,

    /// <summary>Open past the end of its due date at the member's site.</summary>
    Overdue = 3,

    /// <summary>Taken back: the campaign was cancelled, or the member left.</summary>
    Closed = 4,
}

/// <summary>Why somebody owes a training.</summary>
internal enum AssignmentSource
{
    /// <summary>A campaign gave it to its audience.</summary>
    Campaign = 1,

    /// <summary>A case ended with remedial training.</summary>
    Remediation = 2,
}

/// <summary>What a member has to do, by when.</summary>
internal sealed class Assignment(V1.Assignment message)
{
    /// <summary>Names the assignment in this system.</summary>
    [ID]
    public string Id => message.Id;

    /// <summary>Who owes it.</summary>
    [ID<Member>]
    public string MemberId => message.MemberId;

    /// <summary>Why it is owed.</summary>
    public AssignmentSource Source => (AssignmentSource)message.Source;

    /// <summary>The campaign that gave it; none for a remediation.</summary>
    [ID<Campaign>]
    public string? CampaignId => message.Source == V1.AssignmentSource.Campaign ? message.SourceId : null;

    /// <summary>What the employee reads.</summary>
    public string Title => message.Title;

    /// <summary>None for a remediation.</summary>
    [ID("Curriculum")]
    public string? CurriculumId => message.CurriculumId.OrNull();

    /// <summary>None for a remediation.</summary>
    public int? CurriculumVersion => message.CurriculumVersion == 0 ? null : message.CurriculumVersion;

    /// <summary>How far it is.</summary>
    public AssignmentState State => (AssignmentState)message.State;

    /// <summary>When it was given.</summary>
    public DateTimeOffset Assigned => message.Assigned.ToDateTimeOffset();

    /// <summary>The day at the member's site.</summary>
    public DateOnly DueOn => message.DueOn.Day();

    /// <summary>The instant at which that day ends there.</summary>
    public DateTimeOffset Due => message.Due.ToDateTimeOffset();

    /// <summary>When its last scenario was passed.</summary>
    public DateTimeOffset? Completed => message.Completed.Instant();

    /// <summary>Why it was taken back.</summary>
    public string? ClosedBecause => message.ClosedBecause.OrNull();

    /// <summary>Its items, where they were read with it; lists do without, until somebody asks for them.</summary>
    [GraphQLIgnore]
    public IReadOnlyList<AssignmentItem> ItemsRead => [.. message.Items.Select(item => new AssignmentItem(item))];
}

/// <summary>A scenario of an assignment.</summary>
internal sealed class AssignmentItem(V1.AssignmentItem message)
{
    /// <summary>The scenario to be passed.</summary>
    [ID<Scenario>]
    public string ScenarioId => message.ScenarioId;

    /// <summary>Since the campaign was launched or the remediation ordered.</summary>
    public int Attempts => message.Attempts;

    /// <summary>When it was first passed.</summary>
    public DateTimeOffset? Passed => message.Passed.Instant();

    /// <summary>The run by which it was passed.</summary>
    [ID<Run>]
    public string? PassedRunId => message.PassedRunId.OrNull();

    /// <summary>The scenario's version that was passed.</summary>
    public int? PassedVersion => message.PassedVersion == 0 ? null : message.PassedVersion;
}
