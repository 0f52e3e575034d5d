using Training.AppHost.Sample.Content;
using Training.AppHost.Sample.GraphQL;
using Training.Contracts;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>The curriculum file is proposed by one officer and approved by the other, unless just this is in force.</summary>
internal sealed class SignCurriculum : IStep
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(SignCurriculum));

    public string Title => "The yearly curriculum is signed by both officers";

    public async Task PlayAsync(Stage stage, CancellationToken ct)
    {
        var cast = await Cast.ReadAsync(stage, People.Hospital, ct);
        var privacy = cast.As(cast.PrivacyOfficer, Role.PrivacyOfficer);
        var security = cast.As(cast.SecurityOfficer, Role.SecurityOfficer);
        var wanted = CurriculumFile.Read(stage.Files).ToContent(await ScenarioShelf.ReadAsync(stage, privacy, ct));
        var latest = (await CurriculumShelf.ReadAsync(stage, privacy, ct)).FindLast(version => version.Code == wanted.Code);
        if (latest is { State: CurriculumState.Published } && latest.SaysTheSameAs(wanted))
        {
            stage.Progress.Say($"Version {latest.Version} of '{wanted.Title}' is in force");
            return;
        }

        var proposed = latest is { State: CurriculumState.Proposed } && latest.SaysTheSameAs(wanted)
            ? new Signed(latest.CurriculumId, latest.Version, latest.ContentHash)
            : await Waiting.AcceptedAsync(
                () => stage.Gateway.DoAsync<Signed>(privacy, Ask["Propose"], new { content = wanted }, ct, $"after {latest?.Version ?? 0}"), ct);
        stage.Progress.Say($"{cast.PrivacyOfficer.Name} proposed version {proposed.Version} with {wanted.Items.Count} scenarios");

        await SeeOneHumanRefusedAsync(stage, cast, proposed, ct);
        var approved = await Waiting.AcceptedAsync(() => ApproveAsync(stage, security, proposed, ct), ct);
        stage.Progress.Say($"{cast.SecurityOfficer.Name} approved it: version {approved.Version} is in force");
    }

    // The privacy officer is the security officer's deputy as well: two hats, and still one human being.
    private static async Task SeeOneHumanRefusedAsync(Stage stage, Cast cast, Signed proposed, CancellationToken ct)
    {
        try
        {
            await ApproveAsync(stage, cast.As(cast.PrivacyOfficer, Role.SecurityOfficer), proposed, ct);
        }
        catch (Refused refusal) when (refusal.Code == "NotAllowedError")
        {
            stage.Progress.Say($"{cast.PrivacyOfficer.Name} tried to approve it too and was refused: {refusal.Words}");
            return;
        }

        throw new StoryStopped("one human being approved their own proposal.");
    }

    private static Task<Signed> ApproveAsync(Stage stage, Persona officer, Signed proposed, CancellationToken ct) => stage.Gateway.DoAsync<Signed>(
        officer, Ask["Approve"], new { curriculum = proposed.CurriculumId, proposed.Version, hash = proposed.ContentHash }, ct);

    private sealed record Signed(string CurriculumId, int Version, string ContentHash);
}
