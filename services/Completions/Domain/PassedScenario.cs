using Training.Hosting;

namespace Training.Completions;

/// <summary>A pass that a completion rests on.</summary>
internal sealed class PassedScenario
{
    public OrganisationId Organisation { get; private init; }

    public CompletionId Completion { get; private init; }

    public int Position { get; private init; }

    public ScenarioId Scenario { get; private init; }

    public int ScenarioVersion { get; private init; }

    public string ScenarioTitle { get; private init; } = "";

    public RunId Run { get; private init; }

    public DateTimeOffset Finished { get; private init; }

    public byte[] EvidenceHash { get; private init; } = [];

    public static PassedScenario Of(Attempt pass, CompletionId completion, int position) => new()
    {
        Organisation = pass.Organisation,
        Completion = completion,
        Position = position,
        Scenario = pass.Scenario,
        ScenarioVersion = pass.ScenarioVersion,
        ScenarioTitle = pass.ScenarioTitle,
        Run = pass.Run,
        Finished = pass.Finished,
        EvidenceHash = pass.EvidenceHash,
    };
}
