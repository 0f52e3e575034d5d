using Training.Scenarios.V1;

namespace Training.AppHost.Sample.Story;

/// <summary>The followed employee's first passed run of the fax scenario, with its choices: the one with the mistake.</summary>
internal static class FaxTraining
{
    /// <exception cref="StoryStopped">There is none.</exception>
    public static async Task<Run> GetAsync(Stage stage, Persona clerk, CancellationToken ct) => await FindAsync(stage, clerk, ct)
        ?? throw new StoryStopped($"{clerk.Account} has passed no scenario with the decision {Learner.FaxDecision}. Put one into content/curricula/yearly-refresher.yaml.");

    public static async Task<Run?> FindAsync(Stage stage, Persona clerk, CancellationToken ct)
    {
        var asClerk = stage.As(clerk);
        var fax = (await ScenarioShelf.ReadAsync(stage, clerk)).Scenarios
            .Where(scenario => scenario.Decisions.Contains(Learner.FaxDecision)).Select(scenario => scenario.Id).ToHashSet();
        var newestFirst = await Pages.AllAsync(
            token => stage.Services.Runs.ListMyRunsAsync(new ListMyRunsRequest { PageSize = Pages.Largest, PageToken = token }, asClerk, cancellationToken: ct),
            page => page.Runs,
            page => page.NextPageToken);
        var first = newestFirst.FindLast(run => run.Result is { Passed: true } && fax.Contains(run.ScenarioId));
        return first is null ? null : await stage.Services.Runs.GetRunAsync(new GetRunRequest { Id = first.Id }, asClerk, cancellationToken: ct);
    }
}
