namespace Training.AppHost.Sample.Story.Steps;

internal sealed class ImportRoster : IStep
{
    public string Title => "HR’s nightly file is imported";

    public Task PlayAsync(Stage stage, CancellationToken ct) => Task.CompletedTask;
}
