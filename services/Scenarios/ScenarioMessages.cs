using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Training.Hosting;
using Training.Scenarios.V1;

namespace Training.Scenarios;

internal static class ScenarioMessages
{
    public static V1.Scenario Of(ScenarioVersion version) => new()
    {
        Id = version.Scenario.ToString(),
        Code = version.Code,
        Version = version.Version,
        Title = version.Title,
        Family = version.Family,
        Variant = version.Variant,
        ContentHash = ByteString.CopyFrom(version.ContentHash),
        Published = version.Published.ToTimestamp(),
        Decisions = { version.Decisions },
        Minutes = version.Minutes,
    };

    public static ScenarioPublished.Types.TaughtDecision Of(Scene scene) => new()
    {
        Code = scene.Decision,
        Scene = scene.Key,
        Title = scene.Title,
        Competency = scene.Competency,
        ViolationCodes = { scene.Teaches.Concat(scene.Choices.Values.Select(choice => choice.Violation).Where(code => code != "")).Distinct() },
    };

    public static VersionKey KeyOf(GetScenarioRequest asked) => new(TypedId.Parse<ScenarioId>("scenarios.id", asked.Id), asked.Version);

    public static GetScenarioRequest Of(VersionKey key) => new() { Id = key.Scenario.ToString(), Version = key.Version };

    public static ScenarioFilter Of(V1.ScenarioFilter? filter) => filter is null ? new ScenarioFilter() : new ScenarioFilter(filter.Family, filter.Variant, filter.Code, filter.Decision);

    public static LintFinding Of(Finding finding) => new() { Line = finding.Line, Rule = finding.Rule, Message = finding.Message };

    // The domain's outcomes have the contract's numbers: a test holds it.
    public static V1.Outcome Of(Outcome outcome) => (V1.Outcome)outcome;
}
