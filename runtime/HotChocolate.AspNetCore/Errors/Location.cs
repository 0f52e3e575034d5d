namespace HotChocolate;

/// <summary>A place in a document.</summary>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The character in the line, counted from 1.</param>
public readonly record struct Location(int Line, int Column);
