namespace Training.AppHost.Sample.Story.Steps;

internal sealed class RegisterClinic : IStep
{
    public string Title => "A small clinic registers beside it";

    public Task PlayAsync(Stage stage, CancellationToken ct) => Task.CompletedTask;
}
