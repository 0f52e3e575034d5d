namespace Training.AppHost.Sample.Story;

/// <summary>A step of the story. Playing it again where it was played changes nothing.</summary>
internal interface IStep
{
    string Title { get; }

    Task PlayAsync(Stage stage, CancellationToken ct);
}
