using Grpc.Core;
using Training.AppHost.Sample.Content;
using Training.Contracts;
using Training.Curricula.V1;
using Training.Workforce.V1;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>The curriculum file is proposed by one officer and approved by the other, unless just this is in force.</summary>
internal sealed class SignCurriculum : IStep
{
    private const string Step = "curriculum";

    public string Title => "The yearly curriculum is signed by both officers";

    public async Task PlayAsync(Stage stage, CancellationToken ct)
    {
        var cast = await Cast.ReadAsync(stage, People.Hospital);
        var privacy = cast.As(cast.PrivacyOfficer, Role.PrivacyOfficer);
        var security = cast.As(cast.SecurityOfficer, Role.SecurityOfficer);
        var wanted = CurriculumFile.Read(stage.Files).ToContent(await ScenarioShelf.ReadAsync(stage, privacy));
        var versions = await CurriculumShelf.ReadAsync(stage, privacy);
        var latest = versions.LastOrDefault(version => version.Content.Code == wanted.Code);
        if (latest is { State: CurriculumState.Published } && latest.Content.Equals(wanted))
        {
            stage.Progress.Say($"Version {latest.Version} of '{wanted.Title}' is in force");
            return;
        }

        var proposal = new ProposeCurriculumRequest { Content = wanted, Office = Office.Privacy };
        var proposed = latest is { State: CurriculumState.Proposed } && latest.Content.Equals(wanted)
            ? latest
            : await Waiting.AcceptedAsync(
                () => stage.Services.Curricula.ProposeCurriculumAsync(proposal, stage.As(privacy, IdempotencyKey.Of(Step, $"after {latest?.Version ?? 0}", proposal))), ct);
        stage.Progress.Say($"{Name(cast.PrivacyOfficer)} proposed version {proposed.Version} with {wanted.Items.Count} scenarios");

        await SeeOneHumanRefusedAsync(stage, cast, proposed);
        var approval = Approval(proposed);
        var approved = await Waiting.AcceptedAsync(
            () => stage.Services.Curricula.ApproveCurriculumAsync(approval, stage.As(security, IdempotencyKey.Of(Step, "approve", approval))), ct);
        stage.Progress.Say($"{Name(cast.SecurityOfficer)} approved it: version {approved.Version} is in force");
    }

    // The privacy officer is the security officer's deputy as well: two hats, and still one human being.
    private static async Task SeeOneHumanRefusedAsync(Stage stage, Cast cast, CurriculumVersion proposed)
    {
        var approval = Approval(proposed);
        var key = IdempotencyKey.Of(Step, "approve as the same human being", approval);
        var (answer, refusal) = await Waiting.TryAsync(
            stage.Services.Curricula.ApproveCurriculumAsync(approval, stage.As(cast.As(cast.PrivacyOfficer, Role.SecurityOfficer), key)));
        if (answer is not null || refusal.StatusCode != StatusCode.PermissionDenied)
            throw new StoryStopped($"one human being approved their own proposal, or was answered oddly: {refusal}");
        stage.Progress.Say($"{Name(cast.PrivacyOfficer)} tried to approve it too and was refused: {refusal.Detail}");
    }

    private static ApproveCurriculumRequest Approval(CurriculumVersion proposed) => new()
    {
        CurriculumId = proposed.CurriculumId,
        Version = proposed.Version,
        ContentHash = proposed.ContentHash,
        Office = Office.Security,
    };

    private static string Name(Member member) => $"{member.GivenName} {member.FamilyName}";
}
