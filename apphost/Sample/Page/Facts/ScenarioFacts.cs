using Training.AppHost.Sample.Story;
using Training.Scenarios.V1;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>The scenarios in force.</summary>
internal sealed record ScenarioFacts(IReadOnlyList<Scenario> Scenarios)
{
    public static async Task<ScenarioFacts> ReadAsync(Stage stage) =>
        new([.. (await ScenarioShelf.ReadAsync(stage, People.Auditor(People.Hospital))).Scenarios.OrderBy(scenario => scenario.Code, StringComparer.Ordinal)]);
}
