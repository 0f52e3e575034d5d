using Training.AppHost.Sample.Story;
using Training.Contracts;
using Training.Scenarios.V1;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>What the runs came to, and the run that the story follows, replayed.</summary>
internal sealed record TrainingFacts(int People, int Runs, int Choices, int Passed, int PeopleWhoFailedFirst, string Clerk, string ClerksJob, ChoiceMade ClerksChoice, string ClerksOption, Replay Replay, DateTime Read)
{
    public bool ReplayIsEqual => Replay.StoredHash.Equals(Replay.ReplayedHash);

    public static async Task<TrainingFacts?> ReadAsync(Stage stage, Cast cast, CancellationToken ct)
    {
        var auditor = stage.As(Story.People.Auditor(Story.People.Hospital));
        var runs = (await Pages.AllAsync(
            token => stage.Services.Runs.ListRunsAsync(new ListRunsRequest { PageSize = Pages.Largest, PageToken = token }, auditor, cancellationToken: ct),
            page => page.Runs,
            page => page.NextPageToken)).Where(run => run.Result is not null).ToList();
        if (await FaxTraining.FindAsync(stage, cast.As(cast.Clerk, Role.Employee), ct) is not { } followed)
            return null;
        var replay = await stage.Services.Runs.GetReplayAsync(new GetReplayRequest { RunId = followed.Id }, auditor, cancellationToken: ct);
        var choice = followed.Choices.First(made => made.Decision == Learner.FaxDecision);
        var option = replay.Steps.Single(step => step.Scene.Step == choice.Step).Scene.Options.Single(one => one.Key == choice.Choice);
        return new TrainingFacts(
            runs.DistinctBy(run => run.MemberId).Count(),
            runs.Count,
            runs.Sum(run => run.Result.Best + run.Result.Acceptable + run.Result.Risky + run.Result.Violations),
            runs.Count(run => run.Result.Passed),
            runs.GroupBy(run => (run.MemberId, run.ScenarioId)).Where(FailedThenPassed).DistinctBy(same => same.Key.MemberId).Count(),
            cast.NameOf(followed.MemberId),
            cast.Clerk.Department,
            choice,
            option.Text,
            replay,
            TimeProvider.System.GetUtcNow().UtcDateTime);
    }

    private static bool FailedThenPassed(IEnumerable<Run> ofOneScenario)
    {
        var inOrder = ofOneScenario.OrderBy(run => run.Result.Finished).ToList();
        return inOrder.FindIndex(run => !run.Result.Passed) is >= 0 and var failed && inOrder.FindIndex(failed, run => run.Result.Passed) >= 0;
    }
}
