namespace HotChocolate.Execution;

/// <summary>Stands where a value would be: why there is none.</summary>
internal sealed record Failure(Exception Exception);

/// <summary>A field's arguments are not what it needs, because of what a variable holds.</summary>
internal sealed class ArgumentProblem(string message) : Exception(message);
