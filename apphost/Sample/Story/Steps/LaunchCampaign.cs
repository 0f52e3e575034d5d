using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.GraphQL;
using Training.Contracts;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>The curriculum in force is given to everybody whom it is for, once per version.</summary>
internal sealed class LaunchCampaign : IStep
{
    private const int DaysToDo = 60;

    private static readonly OperationFile Ask = OperationFile.Beside(nameof(LaunchCampaign));

    public string Title => "A refresher campaign is launched for everybody with PHI exposure";

    public async Task PlayAsync(Stage stage, CancellationToken ct)
    {
        var cast = await Cast.ReadAsync(stage, People.Hospital, ct);
        var officer = cast.As(cast.PrivacyOfficer, Role.PrivacyOfficer);
        var code = CurriculumFile.Read(stage.Files).Code;
        var inForce = (await CurriculumShelf.ReadAsync(stage, officer, ct)).Last(version => version.State == CurriculumState.Published && version.Code == code);
        var campaign = (await CurriculumShelf.CampaignsAsync(stage, officer, ct))
            .Find(one => one.CurriculumId == inForce.CurriculumId && one.Version == inForce.Version)
            ?? await LaunchAsync(stage, officer, inForce, ct);

        var expected = cast.Members.Count(inForce.Audience.Includes);
        if (expected == 0)
            stage.Progress.Warn($"The audience of '{inForce.Title}' is nobody: its job roles, sites and other values fit no line of the roster. Compare content/curricula/ with HR's file.");
        var progress = await CampaignWatch.UntilAsync(
            stage,
            officer,
            campaign,
            now =>
            {
                stage.Progress.Count((int)now.Assigned, expected);
                return now.Assigned >= expected;
            },
            now => $"{now.Assigned} of {expected} people have their assignment",
            ct);
        stage.Progress.Say($"'{campaign.Title}' is due on {campaign.DueOn}: {progress.Assigned} people have their assignment");
    }

    private static Task<Campaign> LaunchAsync(Stage stage, Persona officer, CurriculumVersion inForce, CancellationToken ct) => stage.Gateway.DoAsync<Campaign>(
        officer,
        Ask["Launch"],
        new
        {
            curriculum = inForce.CurriculumId,
            inForce.Version,
            title = $"{inForce.Title}, version {inForce.Version}",
            // Counted from the signature, so that the same campaign is launched whenever the story is played.
            dueOn = Days.After(inForce.Published!.Value, DaysToDo),
        },
        ct);
}
