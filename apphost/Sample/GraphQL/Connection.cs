namespace Training.AppHost.Sample.GraphQL;

/// <summary>A page of a list.</summary>
internal sealed record Connection<T>(IReadOnlyList<T> Nodes, PageInfo PageInfo);

/// <param name="HasNextPage">Whether there is more.</param>
/// <param name="EndCursor">What the next page comes after.</param>
internal sealed record PageInfo(bool HasNextPage, string? EndCursor);
