using Training.AppHost.Sample.Story;
using Training.Contracts;
using Training.Scenarios.V1;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>What the runs came to, and the run that the story follows, replayed.</summary>
internal sealed record TrainingFacts(int People, int Runs, int Choices, int Passed, int PeopleWhoFailedFirst, string Clerk, string ClerksJob, ChoiceMade ClerksChoice, string ClerksOption, Replay Replay)
{
    // A run tells its choices with their consequences: fewer of them fill a message.
    private const int RunsAPage = 100;

    public bool ReplayIsEqual => Replay.StoredHash.Equals(Replay.ReplayedHash);

    public static async Task<TrainingFacts> ReadAsync(Stage stage, Cast cast, CancellationToken ct)
    {
        var auditor = stage.As(Story.People.Auditor(Story.People.Hospital));
        var (people, failed, runs, choices, passed) = (new HashSet<string>(), new HashSet<string>(), 0, 0, 0);
        for (string? token = ""; token is not null;)
        {
            var page = await stage.Services.Runs.ListRunsAsync(new ListRunsRequest { PageSize = RunsAPage, PageToken = token }, auditor, cancellationToken: ct);
            foreach (var run in page.Runs.Where(run => run.Result is not null))
            {
                people.Add(run.MemberId);
                runs++;
                choices += run.Choices.Count;
                if (run.Result.Passed)
                    passed++;
                else
                    failed.Add(run.MemberId);
            }

            token = page.NextPageToken.Length > 0 ? page.NextPageToken : null;
        }

        var followed = await FaxTraining.FindAsync(stage, cast.As(cast.Clerk, Role.Employee), Story.People.Auditor(Story.People.Hospital), ct);
        var replay = await stage.Services.Runs.GetReplayAsync(new GetReplayRequest { RunId = followed.Id }, auditor, cancellationToken: ct);
        var choice = followed.Choices.First(made => made.Decision == Learner.FaxDecision);
        var option = replay.Steps.Single(step => step.Scene.Step == choice.Step).Scene.Options.Single(one => one.Key == choice.Choice);
        return new TrainingFacts(
            people.Count, runs, choices, passed, failed.Count, cast.NameOf(followed.MemberId), cast.Clerk.Department, choice, option.Text, replay);
    }
}
