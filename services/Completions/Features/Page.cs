namespace Training.Completions;

/// <summary>A part of a list, and the token of the next one; empty on the last.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Rows, string NextPageToken);
