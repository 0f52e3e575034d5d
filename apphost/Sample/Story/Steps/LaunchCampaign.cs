using Training.AppHost.Sample.Content;
using Training.Completions.V1;
using Training.Contracts;
using Training.Curricula.V1;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>The curriculum in force is given to everybody whom it is for, once per version.</summary>
internal sealed class LaunchCampaign : IStep
{
    private const int DaysToDo = 60;

    public string Title => "A refresher campaign is launched for everybody with PHI exposure";

    public async Task PlayAsync(Stage stage, CancellationToken ct)
    {
        var cast = await Cast.ReadAsync(stage, People.Hospital);
        var officer = cast.As(cast.PrivacyOfficer, Role.PrivacyOfficer);
        var code = CurriculumFile.Read(stage.Files).Code;
        var inForce = (await CurriculumShelf.ReadAsync(stage, officer)).Last(version => version.State == CurriculumState.Published && version.Content.Code == code);
        var campaign = (await CurriculumShelf.CampaignsAsync(stage, officer))
            .Find(one => one.CurriculumId == inForce.CurriculumId && one.Version == inForce.Version)
            ?? await LaunchAsync(stage, officer, inForce, ct);

        var expected = cast.Members.Count(member => Reach.Includes(inForce.Content.Audience, member));
        if (expected == 0)
            stage.Progress.Warn($"The audience of '{inForce.Content.Title}' is nobody: its job roles, sites and other values fit no line of the roster. Compare content/curricula/ with HR's file.");
        var progress = await Waiting.UntilAsync(
            async () =>
            {
                // Completions hears of the campaign by event.
                var now = await Waiting.AcceptedAsync(
                    () => stage.Services.Assignments.GetCampaignProgressAsync(new GetCampaignProgressRequest { CampaignId = campaign.Id }, stage.As(officer), cancellationToken: ct), ct);
                stage.Progress.Count((int)now.Assigned, expected);
                return now;
            },
            now => now.Assigned >= expected,
            now => $"{now.Assigned} of {expected} people have their assignment",
            ct);
        stage.Progress.Say($"'{campaign.Title}' is due on {campaign.DueOn}: {progress.Assigned} people have their assignment");
    }

    private static async Task<Campaign> LaunchAsync(Stage stage, Persona officer, CurriculumVersion inForce, CancellationToken ct)
    {
        var launch = new LaunchCampaignRequest
        {
            CurriculumId = inForce.CurriculumId,
            Version = inForce.Version,
            Title = $"{inForce.Content.Title}, version {inForce.Version}",
            // Counted from the signature, so that the same campaign is launched whenever the story is played.
            DueOn = Days.After(inForce.Published, DaysToDo),
        };
        return await stage.Services.Campaigns.LaunchCampaignAsync(
            launch, stage.As(officer, IdempotencyKey.Of("campaign", inForce.CurriculumId, launch)), cancellationToken: ct);
    }
}
