namespace Training.AppHost.Sample.Page;

/// <summary>What the page shows.</summary>
internal sealed record PageModel(Progress Progress, Ports Ports);
