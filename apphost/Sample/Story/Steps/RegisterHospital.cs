namespace Training.AppHost.Sample.Story.Steps;

internal sealed class RegisterHospital : IStep
{
    public string Title => "A hospital registers";

    public Task PlayAsync(Stage stage, CancellationToken ct) => Task.CompletedTask;
}
