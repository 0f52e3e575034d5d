using Training.AppHost.Sample.Content;

namespace Training.AppHost.Sample.Story.Steps;

internal sealed class RegisterHospital : IStep
{
    public const string File = "hospital";

    public string Title => "A hospital registers";

    public Task PlayAsync(Stage stage, CancellationToken ct) => Registration.RegisterAsync(stage, People.Hospital, OrganisationFile.Read(stage.Files, File), ct);
}
