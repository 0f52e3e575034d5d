using Training.Scenarios.V1;

namespace Training.AppHost.Sample.Story;

internal enum Habit
{
    /// <summary>Chooses the best.</summary>
    Careful,

    /// <summary>Chooses the best, but sends the fax with a cover sheet to the number on the old referral.</summary>
    HastyAtTheFax,
}

/// <summary>An employee who takes scenarios. Where they are is read from their runs, so that one who was interrupted goes on there.</summary>
internal sealed class Learner(Stage stage, ScenarioShelf shelf, Persona persona, Habit habit)
{
    public const string FaxDecision = "F1";
    private const string Step = "train";

    /// <summary>The scenario that they fail at their first attempt, if any.</summary>
    public string? FailsFirst { get; init; }

    /// <summary>Takes each scenario until it is passed.</summary>
    public async Task PassAllAsync(IEnumerable<string> scenarios, CancellationToken ct)
    {
        var runs = await RunsAsync(ct);
        foreach (var scenario in scenarios)
        {
            var finished = runs.Where(run => run.ScenarioId == scenario && run.Result is not null).ToList();
            for (var attempt = finished.Count + 1; !finished.Any(run => run.Result.Passed); attempt++)
            {
                if (attempt > 3)
                    throw new StoryStopped($"{persona.Account} did not pass {finished[0].ScenarioTitle} in {finished.Count} attempts: its best choices do not pass it.");
                finished.Add(await RunAsync(scenario, attempt, ct));
            }
        }
    }

    private async Task<List<Run>> RunsAsync(CancellationToken ct)
    {
        var metadata = stage.As(persona);
        return await Pages.AllAsync(
            token => stage.Services.Runs.ListMyRunsAsync(new ListMyRunsRequest { PageSize = Pages.Largest, PageToken = token }, metadata, cancellationToken: ct),
            page => page.Runs,
            page => page.NextPageToken);
    }

    private async Task<Run> RunAsync(string scenario, int attempt, CancellationToken ct)
    {
        var start = new StartRunRequest { ScenarioId = scenario };
        var run = await stage.Services.Runs.StartRunAsync(
            start, stage.As(persona, IdempotencyKey.Of(Step, $"attempt {attempt}", start)), cancellationToken: ct);
        var script = await shelf.ScriptAsync(run.ScenarioId, run.ScenarioVersion);
        while (run.Result is null)
        {
            var choice = new ChooseRequest { RunId = run.Id, Scene = run.Scene.Key, Step = run.Scene.Step, Choice = Choose(script, run, attempt) };
            var answer = await stage.Services.Runs.ChooseAsync(
                choice, stage.As(persona, IdempotencyKey.Of(Step, "choose", choice)), cancellationToken: ct);
            run.Choices.Add(answer.Made);
            (run.Scene, run.Result) = (answer.Next, answer.Result);
        }

        return run;
    }

    private string Choose(Content.ScenarioScript script, Run run, int attempt)
    {
        var scene = run.Scene.Key;
        if (run.ScenarioId == FailsFirst && attempt == 1 && run.Choices.All(made => made.Outcome != Outcome.Violation))
            return script.Badly(scene);
        return habit == Habit.HastyAtTheFax ? script.Hastily(scene, FaxDecision) : script.Well(scene);
    }
}
