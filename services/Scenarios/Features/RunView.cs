namespace Training.Scenarios;

/// <summary>A run as its own member sees it.</summary>
internal sealed record RunView(Run Run, Edition Edition);
