using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Relay;
using V1 = Training.Completions.V1;

namespace Training.Gateway.Types;

/// <summary>That a member has done an assignment: what, in which version, when, and how it is proven. Never changed, never deleted.</summary>
internal sealed class Completion(V1.Completion message) : ITranscriptEntry
{
    /// <summary>Names the entry in this system.</summary>
    [ID]
    public string Id => message.Id;

    /// <summary>Who has done it.</summary>
    [ID<Member>]
    public string MemberId => message.MemberId;

    /// <summary>What was done.</summary>
    [ID<Assignment>]
    public string AssignmentId => message.AssignmentId;

    /// <summary>Why it was owed.</summary>
    public AssignmentSource Source => (AssignmentSource)message.Source;

    /// <summary>The campaign that asked for it; none for a remediation.</summary>
    [ID<Campaign>]
    public string? CampaignId => message.Source == V1.AssignmentSource.Campaign ? message.SourceId : null;

    /// <summary>What the employee read.</summary>
    public string Title => message.Title;

    /// <summary>The curriculum; none for a remediation.</summary>
    [ID("Curriculum")]
    public string? CurriculumId => message.CurriculumId.OrNull();

    /// <summary>The curriculum's version; none for a remediation.</summary>
    public int? CurriculumVersion => message.CurriculumVersion == 0 ? null : message.CurriculumVersion;

    /// <summary>When the last scenario was passed.</summary>
    public DateTimeOffset Completed => message.Completed.ToDateTimeOffset();

    /// <summary>SHA-256 over the evidence hashes of the passed runs below, one after the other, in their order.</summary>
    public string EvidenceHash => message.EvidenceHash.Hex();

    /// <summary>The earliest pass of each scenario, in the order in which they were finished.</summary>
    public IEnumerable<PassedScenario> Passed => message.Passed.Select(passed => new PassedScenario(passed));
}

/// <summary>A scenario that was passed for a completion.</summary>
internal sealed class PassedScenario(V1.PassedScenario message)
{
    /// <summary>Which scenario.</summary>
    [ID<Scenario>]
    public string ScenarioId => message.ScenarioId;

    /// <summary>Which of its versions.</summary>
    public int ScenarioVersion => message.ScenarioVersion;

    /// <summary>What it was called.</summary>
    public string ScenarioTitle => message.ScenarioTitle;

    /// <summary>The run that proves it.</summary>
    [ID<Run>]
    public string RunId => message.RunId;

    /// <summary>When the run ended.</summary>
    public DateTimeOffset Finished => message.Finished.ToDateTimeOffset();

    /// <summary>SHA-256 over the run: scenario, member and every choice with its time.</summary>
    public string EvidenceHash => message.EvidenceHash.Hex();
}

/// <summary>One finished run of a scenario, passed or not, assigned or not; or another provider's course that was credited as one.</summary>
internal sealed class Attempt(V1.Attempt message) : ITranscriptEntry
{
    private bool IsEquivalent => message.Provider.Length > 0;

    /// <summary>None where another provider's course was taken.</summary>
    [ID<Run>]
    public string? RunId => IsEquivalent ? null : message.RunId;

    /// <summary>Who took it.</summary>
    [ID<Member>]
    public string MemberId => message.MemberId;

    /// <summary>Which scenario.</summary>
    [ID<Scenario>]
    public string ScenarioId => message.ScenarioId;

    /// <summary>None where another provider's course was taken.</summary>
    public int? ScenarioVersion => IsEquivalent ? null : message.ScenarioVersion;

    /// <summary>What it was called.</summary>
    public string ScenarioTitle => message.ScenarioTitle;

    /// <summary>Whether it was passed.</summary>
    public bool Passed => message.Passed;

    /// <summary>When it ended.</summary>
    public DateTimeOffset Finished => message.Finished.ToDateTimeOffset();

    /// <summary>SHA-256 over the run, or of the evidence that the other provider keeps.</summary>
    public string? EvidenceHash => message.EvidenceHash.HexOrNull();

    /// <summary>Who gave the course, where it was another provider's.</summary>
    public string? Provider => message.Provider.OrNull();

    /// <summary>The course's code there.</summary>
    public string? Course => message.Course.OrNull();

    /// <summary>The provider's own number of the pass.</summary>
    public string? Reference => message.Reference.OrNull();
}

/// <summary>Something in a member's training record.</summary>
[UnionType("TranscriptEntry")]
internal interface ITranscriptEntry
{
    [GraphQLIgnore]
    static ITranscriptEntry Of(V1.TranscriptEntry entry) =>
        entry.EntryCase == V1.TranscriptEntry.EntryOneofCase.Completion ? new Completion(entry.Completion) : new Attempt(entry.Attempt);
}
