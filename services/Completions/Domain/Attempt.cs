using Training.Hosting;

namespace Training.Completions;

/// <summary>One finished run of a scenario, passed or not, assigned or not. Only added to.</summary>
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
}
