using Training.AppHost.Sample.GraphQL;
using Training.AppHost.Sample.Story;
using Training.Contracts;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>What the runs came to, and the run that the story follows, replayed.</summary>
internal sealed record TrainingFacts(
    int People, int Runs, int Choices, int Passed, int PeopleWhoFailedFirst, string Clerk, string ClerksJob, ChoiceMade ClerksChoice, string ClerksOption, TrainingFacts.Replayed Replay,
    DateTimeOffset Read)
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(TrainingFacts));

    public static async Task<TrainingFacts?> ReadAsync(Stage stage, Cast cast, CancellationToken ct)
    {
        var auditor = Story.People.Auditor(Story.People.Hospital);
        if (await FaxTraining.FindAsync(stage, cast.As(cast.Clerk, Role.Employee), ct) is not { } followed)
            return null;
        var runs = await stage.Gateway.AllAsync<Run>(auditor, Ask["FinishedRuns"], null, ct);
        var replay = await stage.Gateway.AskAsync<Replayed>(auditor, Ask["Replay"], new { run = followed.Id }, ct);
        var choice = followed.Choices.First(made => made.Decision == Learner.FaxDecision);
        return new TrainingFacts(
            runs.DistinctBy(run => run.MemberId).Count(),
            runs.Count,
            runs.Sum(run => run.Result.Choices),
            runs.Count(run => run.Result.Passed),
            runs.GroupBy(run => (run.MemberId, run.ScenarioId)).Where(FailedThenPassed).DistinctBy(same => same.Key.MemberId).Count(),
            cast.NameOf(followed.MemberId),
            cast.Clerk.Department,
            choice,
            replay.Steps.Single(step => step.Scene.Step == choice.Step).Scene.Options.Single(one => one.Key == choice.Choice).Text,
            replay,
            TimeProvider.System.GetUtcNow());
    }

    private static bool FailedThenPassed(IEnumerable<Run> ofOneScenario)
    {
        var inOrder = ofOneScenario.OrderBy(run => run.Result.Finished).ToList();
        return inOrder.FindIndex(run => !run.Result.Passed) is >= 0 and var failed && inOrder.FindIndex(failed, run => run.Result.Passed) >= 0;
    }

    internal sealed record Replayed(string StoredHash, string ReplayedHash, ReplayedRun Run, IReadOnlyList<Step> Steps)
    {
        public bool IsEqual => StoredHash == ReplayedHash;
    }

    internal sealed record ReplayedRun(string ScenarioTitle, int ScenarioVersion, Result Result);

    internal sealed record Step(Scene Scene);

    internal sealed record Scene(int Step, IReadOnlyList<Option> Options);

    internal sealed record Option(string Key, string Text);

    internal sealed record Result(bool Passed, DateTimeOffset Finished, int Best, int Acceptable, int Risky, int Violations)
    {
        public int Choices => Best + Acceptable + Risky + Violations;
    }

    private sealed record Run(string MemberId, string ScenarioId, Result Result);
}
