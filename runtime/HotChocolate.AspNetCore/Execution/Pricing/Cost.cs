namespace HotChocolate.Execution;

/// <summary>What an operation costs.</summary>
/// <param name="Fields">The work: what resolving all fields takes.</param>
/// <param name="Types">How many objects the answer may have.</param>
internal readonly record struct Cost(double Fields, double Types);
