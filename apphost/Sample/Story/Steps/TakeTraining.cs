using Training.Contracts;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>Employees take what they were assigned, choice by choice, several at once; every fifth fails a scenario first and passes it then.</summary>
internal sealed class TakeTraining : IStep
{
    private const int AtOnce = 8;

    public string Title => "Employees take their scenarios";

    public async Task PlayAsync(Stage stage, CancellationToken ct)
    {
        var cast = await Cast.ReadAsync(stage, People.Hospital, ct);
        var officer = cast.As(cast.PrivacyOfficer, Role.PrivacyOfficer);
        // The story's people do the first campaign; a later one, of a changed curriculum, is for whoever reads this to do.
        var campaign = (await CurriculumShelf.CampaignsAsync(stage, officer, ct))[0];
        var curriculum = (await CurriculumShelf.ReadAsync(stage, officer, ct))
            .Single(version => version.CurriculumId == campaign.CurriculumId && version.Version == campaign.Version);
        var shelf = await ScenarioShelf.ReadAsync(stage, officer, ct);
        var learners = Learners(stage, cast, curriculum, shelf);

        var done = 0;
        await Parallel.ForEachAsync(learners, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (learner, stop) =>
        {
            await learner.PassAllAsync(curriculum.Items.Select(item => item.ScenarioId), stop);
            stage.Progress.Count(Interlocked.Increment(ref done), learners.Count);
        });

        var progress = await CampaignWatch.UntilAsync(
            stage, officer, campaign, now => now.Completed >= learners.Count, now => $"{now.Completed} of {learners.Count} completions are recorded", ct);
        stage.Progress.Say($"{progress.Completed} of {progress.Assigned} people have completed the campaign; {learners.Count(learner => learner.FailsFirst is not null)} of them failed a scenario first");
    }

    private static List<Learner> Learners(Stage stage, Cast cast, CurriculumVersion curriculum, ScenarioShelf shelf)
    {
        var items = curriculum.Items;
        var clerk = cast.Clerk;
        return
        [
            .. cast.Members
                .Where(member => member.Status == MemberStatus.Active && member.Id != clerk.Id && curriculum.Audience.Includes(member))
                .Take(stage.People - 1)
                .Select((member, i) => new Learner(stage, shelf, cast.As(member, Role.Employee), Habit.Careful)
                {
                    FailsFirst = i % 5 == 0 ? items[i / 5 % items.Count].ScenarioId : null,
                })
                .Append(new Learner(stage, shelf, cast.As(clerk, Role.Employee), Habit.HastyAtTheFax)),
        ];
    }
}
