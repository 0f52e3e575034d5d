using Training.AppHost.Sample.GraphQL;

namespace Training.AppHost.Sample.Story;

/// <summary>A finished run, as whoever took it sees it.</summary>
internal sealed record FinishedRun(string Id, string MemberId, IReadOnlyList<ChoiceMade> Choices, FinishedRun.Ending Result)
{
    internal sealed record Ending(DateTimeOffset Finished);
}

/// <summary>A choice, and what came of it.</summary>
internal sealed record ChoiceMade(int Step, string Choice, string? Decision, Outcome Outcome, string Consequence, string Rule, string Citation);

/// <summary>The followed employee's first passed run of the fax scenario, with its choices: the one with the mistake.</summary>
internal static class FaxTraining
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(FaxTraining));

    /// <exception cref="StoryStopped">There is none.</exception>
    public static async Task<FinishedRun> GetAsync(Stage stage, Persona clerk, CancellationToken ct) => await FindAsync(stage, clerk, ct)
        ?? throw new StoryStopped($"{clerk.Account} has passed no scenario with the decision {Learner.FaxDecision}. Put one into content/curricula/yearly-refresher.yaml.");

    public static async Task<FinishedRun?> FindAsync(Stage stage, Persona clerk, CancellationToken ct)
    {
        var fax = (await ScenarioShelf.ReadAsync(stage, clerk, ct)).Scenarios
            .Where(scenario => scenario.Decisions.Contains(Learner.FaxDecision)).Select(scenario => scenario.Id).ToHashSet();
        var newestFirst = await stage.Gateway.AllAsync<Passed>(clerk, Ask["MyPassedRuns"], null, ct);
        var first = newestFirst.FindLast(run => fax.Contains(run.ScenarioId));
        return first is null ? null : await stage.Gateway.AskAsync<FinishedRun>(clerk, Ask["RunWithChoices"], new { run = first.Id }, ct);
    }

    private sealed record Passed(string Id, string ScenarioId);
}
