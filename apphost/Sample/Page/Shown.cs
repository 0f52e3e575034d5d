namespace Training.AppHost.Sample.Page;

/// <summary>What this request's components show. Components are public and the model is not, so it is injected instead of handed down.</summary>
internal sealed class Shown
{
    public PageModel Model { get; set; } = null!;
}
