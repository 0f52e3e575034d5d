namespace HotChocolate.Execution;

/// <summary>Stands where a value would be: why there is none.</summary>
internal sealed record Failure(Exception Exception);
