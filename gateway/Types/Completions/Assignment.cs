using HotChocolate.Types.Relay;
using V1 = Training.Completions.V1;

namespace Training.Gateway.Types;

/// <summary>How far an assignment is.</summary>
internal enum AssignmentState
{
    Open = 1,

    Completed = 2,

    /// <summary>Open past the end of its due date at the member's site.</summary>
    Overdue = 3,

    /// <summary>Taken back: the campaign was cancelled, or the member left.</summary>
    Closed = 4,
}

/// <summary>Why somebody owes a training.</summary>
internal enum AssignmentSource
{
    Campaign = 1,

    /// <summary>A case ended with remedial training.</summary>
    Remediation = 2,
}

/// <summary>What a member has to do, by when.</summary>
internal sealed class Assignment(V1.Assignment message)
{
    [ID]
    public string Id => message.Id;

    [ID<Member>]
    public string MemberId => message.MemberId;

    public AssignmentSource Source => (AssignmentSource)message.Source;

    /// <summary>The campaign that gave it; none for a remediation.</summary>
    [ID<Campaign>]
    public string? CampaignId => message.Source == V1.AssignmentSource.Campaign ? message.SourceId : null;

    public string Title => message.Title;

    /// <summary>None for a remediation.</summary>
    [ID("Curriculum")]
    public string? CurriculumId => message.CurriculumId.OrNull();

    /// <summary>None for a remediation.</summary>
    public int? CurriculumVersion => message.CurriculumVersion == 0 ? null : message.CurriculumVersion;

    public AssignmentState State => (AssignmentState)message.State;

    public DateTimeOffset Assigned => message.Assigned.ToDateTimeOffset();

    /// <summary>The day at the member's site.</summary>
    public DateOnly DueOn => message.DueOn.Day();

    /// <summary>The instant at which that day ends there.</summary>
    public DateTimeOffset Due => message.Due.ToDateTimeOffset();

    /// <summary>The scenarios to be passed.</summary>
    public IEnumerable<AssignmentItem> Items => message.Items.Select(item => new AssignmentItem(item));

    public DateTimeOffset? Completed => message.Completed.Instant();

    public string? ClosedBecause => message.ClosedBecause.OrNull();
}

/// <summary>A scenario of an assignment.</summary>
internal sealed class AssignmentItem(V1.AssignmentItem message)
{
    [ID<Scenario>]
    public string ScenarioId => message.ScenarioId;

    /// <summary>Since the campaign was launched or the remediation ordered.</summary>
    public int Attempts => message.Attempts;

    public DateTimeOffset? Passed => message.Passed.Instant();

    [ID<Run>]
    public string? PassedRunId => message.PassedRunId.OrNull();

    public int? PassedVersion => message.PassedVersion == 0 ? null : message.PassedVersion;
}
