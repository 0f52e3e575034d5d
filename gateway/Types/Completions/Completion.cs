using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Relay;
using V1 = Training.Completions.V1;

namespace Training.Gateway.Types;

/// <summary>That a member has done an assignment: what, in which version, when, and how it is proven. Never changed, never deleted.</summary>
internal sealed class Completion(V1.Completion message) : ITranscriptEntry
{
    [ID]
    public string Id => message.Id;

    [ID<Member>]
    public string MemberId => message.MemberId;

    [ID<Assignment>]
    public string AssignmentId => message.AssignmentId;

    public AssignmentSource Source => (AssignmentSource)message.Source;

    [ID<Campaign>]
    public string? CampaignId => message.Source == V1.AssignmentSource.Campaign ? message.SourceId : null;

    public string Title => message.Title;

    [ID("Curriculum")]
    public string? CurriculumId => message.CurriculumId.OrNull();

    public int? CurriculumVersion => message.CurriculumVersion == 0 ? null : message.CurriculumVersion;

    public DateTimeOffset Completed => message.Completed.ToDateTimeOffset();

    /// <summary>SHA-256 over the evidence hashes of the passed runs below, one after the other, in their order.</summary>
    public string EvidenceHash => message.EvidenceHash.Hex();

    /// <summary>The earliest pass of each scenario, in the order in which they were finished.</summary>
    public IEnumerable<PassedScenario> Passed => message.Passed.Select(passed => new PassedScenario(passed));
}

/// <summary>A scenario that was passed for a completion.</summary>
internal sealed class PassedScenario(V1.PassedScenario message)
{
    [ID<Scenario>]
    public string ScenarioId => message.ScenarioId;

    public int ScenarioVersion => message.ScenarioVersion;

    public string ScenarioTitle => message.ScenarioTitle;

    [ID<Run>]
    public string RunId => message.RunId;

    public DateTimeOffset Finished => message.Finished.ToDateTimeOffset();

    public string EvidenceHash => message.EvidenceHash.Hex();
}

/// <summary>One finished run of a scenario, passed or not, assigned or not; or another provider's course that was credited as one.</summary>
internal sealed class Attempt(V1.Attempt message) : ITranscriptEntry
{
    private bool IsEquivalent => message.Provider.Length > 0;

    /// <summary>None where another provider's course was taken.</summary>
    [ID<Run>]
    public string? RunId => IsEquivalent ? null : message.RunId;

    [ID<Member>]
    public string MemberId => message.MemberId;

    [ID<Scenario>]
    public string ScenarioId => message.ScenarioId;

    /// <summary>None where another provider's course was taken.</summary>
    public int? ScenarioVersion => IsEquivalent ? null : message.ScenarioVersion;

    public string ScenarioTitle => message.ScenarioTitle;

    public bool Passed => message.Passed;

    public DateTimeOffset Finished => message.Finished.ToDateTimeOffset();

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
    public static ITranscriptEntry Of(V1.TranscriptEntry entry) =>
        entry.EntryCase == V1.TranscriptEntry.EntryOneofCase.Completion ? new Completion(entry.Completion) : new Attempt(entry.Attempt);
}
