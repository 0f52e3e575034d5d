using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.GraphQL;

namespace Training.AppHost.Sample.Story;

internal enum Habit
{
    /// <summary>Chooses the best.</summary>
    Careful,

    /// <summary>Chooses the best, but sends the fax with a cover sheet to the number on the old referral.</summary>
    HastyAtTheFax,
}

internal enum Outcome
{
    Best,
    Acceptable,
    Risky,
    Violation,
}

/// <summary>An employee who takes scenarios. Where they are is read from their runs, so that one who was interrupted goes on there.</summary>
internal sealed class Learner(Stage stage, ScenarioShelf shelf, Persona persona, Habit habit)
{
    public const string FaxDecision = "F1";

    private static readonly OperationFile Ask = OperationFile.Beside(nameof(Learner));

    /// <summary>The scenario that they fail at their first attempt, if any.</summary>
    public string? FailsFirst { get; init; }

    /// <summary>Takes each scenario until it is passed.</summary>
    public async Task PassAllAsync(IEnumerable<string> scenarios, CancellationToken ct)
    {
        var runs = await stage.Gateway.AllAsync<Taken>(persona, Ask["MyRuns"], null, ct);
        foreach (var scenario in scenarios)
        {
            var finished = runs.Where(run => run.ScenarioId == scenario && run.Result is not null).ToList();
            for (var attempt = finished.Count + 1; !finished.Any(run => run.Result!.Passed); attempt++)
            {
                if (attempt > 3)
                    throw new StoryStopped($"{persona.Account} did not pass {finished[0].ScenarioTitle} in {finished.Count} attempts: its best choices do not pass it.");
                finished.Add(await RunAsync(scenario, attempt, ct));
            }
        }
    }

    private async Task<Taken> RunAsync(string scenario, int attempt, CancellationToken ct)
    {
        var run = await stage.Gateway.DoAsync<Run>(persona, Ask["StartRun"], new { scenario }, ct, $"attempt {attempt}");
        var script = await shelf.ScriptAsync(run.ScenarioId, run.ScenarioVersion);
        var (scene, result, outcomes) = (run.Scene, run.Result, run.Choices.Select(made => made.Outcome).ToList());
        while (result is null)
        {
            var choice = Choose(script, scenario, scene!.Key, willFail: attempt == 1 && !outcomes.Contains(Outcome.Violation));
            var answer = await stage.Gateway.DoAsync<ChoiceAnswer>(persona, Ask["Choose"], new { run = run.Id, scene = scene.Key, scene.Step, choice }, ct);
            outcomes.Add(answer.Made.Outcome);
            (scene, result) = (answer.Next, answer.Result);
        }

        return new Taken(run.ScenarioId, run.ScenarioTitle, result);
    }

    private string Choose(ScenarioScript script, string scenario, string scene, bool willFail)
    {
        if (scenario == FailsFirst && willFail)
            return script.Badly(scene);
        return habit == Habit.HastyAtTheFax ? script.Hastily(scene, FaxDecision) : script.Well(scene);
    }

    private sealed record Taken(string ScenarioId, string ScenarioTitle, Result? Result);

    private sealed record Run(string Id, string ScenarioId, int ScenarioVersion, string ScenarioTitle, Scene? Scene, IReadOnlyList<Made> Choices, Result? Result);

    private sealed record ChoiceAnswer(Made Made, Scene? Next, Result? Result);

    private sealed record Scene(string Key, int Step);

    private sealed record Made(Outcome Outcome);

    private sealed record Result(bool Passed);
}
