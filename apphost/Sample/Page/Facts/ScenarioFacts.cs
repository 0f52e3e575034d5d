using Training.AppHost.Sample.Story;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>The scenarios in force.</summary>
internal sealed record ScenarioFacts(IReadOnlyList<Scenario> Scenarios)
{
    public static async Task<ScenarioFacts> ReadAsync(Stage stage, CancellationToken ct) =>
        new([.. (await ScenarioShelf.ReadAsync(stage, People.Auditor(People.Hospital), ct)).Scenarios.OrderBy(scenario => scenario.Code, StringComparer.Ordinal)]);
}
