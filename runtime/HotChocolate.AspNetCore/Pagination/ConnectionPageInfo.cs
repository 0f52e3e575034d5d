namespace HotChocolate.Types.Pagination;

/// <summary>Where a page is in its list.</summary>
/// <param name="hasNextPage">Whether there are items after it.</param>
/// <param name="hasPreviousPage">Whether there are items before it.</param>
/// <param name="startCursor">The first item's place.</param>
/// <param name="endCursor">The last item's place.</param>
public class ConnectionPageInfo(bool hasNextPage, bool hasPreviousPage, string? startCursor, string? endCursor)
{
    /// <summary>Whether there are items after it.</summary>
    public bool HasNextPage { get; } = hasNextPage;

    /// <summary>Whether there are items before it.</summary>
    public bool HasPreviousPage { get; } = hasPreviousPage;

    /// <summary>The first item's place, or <c>null</c> where the page is empty.</summary>
    public string? StartCursor { get; } = startCursor;

    /// <summary>The last item's place, or <c>null</c> where the page is empty.</summary>
    public string? EndCursor { get; } = endCursor;
}
