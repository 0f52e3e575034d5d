using Training.Hosting;

namespace Training.Completions;

/// <summary>One finished run of a scenario, passed or not, assigned or not; or the pass of another provider's course that was accepted as equal. Only added to.</summary>
internal sealed class Attempt
{
    public OrganisationId Organisation { get; init; }

    public RunId Run { get; init; }

    public MemberId Member { get; init; }

    public ScenarioId Scenario { get; init; }

    public int ScenarioVersion { get; init; }

    public string ScenarioTitle { get; init; } = "";

    public bool Passed { get; init; }

    public DateTimeOffset Finished { get; init; }

    public byte[] EvidenceHash { get; init; } = [];

    /// <summary>Who gave the course; empty for a run of the scenario itself.</summary>
    public string Provider { get; init; } = "";

    public string Course { get; init; } = "";

    /// <summary>The provider's own number of the pass.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Whether it tells the same pass of an accepted course.</summary>
    public bool IsSamePassAs(Attempt other) =>
        (Member, Scenario, Course, Finished) == (other.Member, other.Scenario, other.Course, other.Finished) && EvidenceHash.AsSpan().SequenceEqual(other.EvidenceHash);
}
