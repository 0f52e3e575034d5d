using Training.AppHost.Sample.Content;
using Training.Contracts;

namespace Training.AppHost.Sample.Story.Steps;

/// <summary>A small clinic, so that it is always in sight that nothing crosses from one organisation to another.</summary>
internal sealed class RegisterClinic : IStep
{
    private const string Scenario = "faxing-registration.yaml";

    public string Title => "A small clinic registers beside it";

    public async Task PlayAsync(Stage stage, CancellationToken ct)
    {
        var clinic = OrganisationFile.Read(stage.Files, "clinic");
        await Registration.RegisterAsync(stage, People.Clinic, clinic, ct);
        var desk = new RosterDesk(stage, People.Clinic);
        foreach (var roster in clinic.Rosters)
            await desk.ImportAsync(roster, ct);

        var cast = await Cast.ReadAsync(stage, People.Clinic, ct);
        var officer = cast.As(cast.PrivacyOfficer, Role.PrivacyOfficer);
        await PublishContent.PublishAsync(stage, officer, await ScenarioShelf.ReadAsync(stage, officer, ct), stage.Files.At("scenarios", Scenario), ct);
    }
}
