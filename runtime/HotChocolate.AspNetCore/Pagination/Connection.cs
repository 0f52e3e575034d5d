namespace HotChocolate.Types.Pagination;

/// <summary>A page of a list.</summary>
/// <param name="edges">The page's items.</param>
/// <param name="info">Whether there is more before and after them.</param>
/// <param name="totalCount">Items of the whole list; only read where the client asks for it.</param>
public class Connection(IReadOnlyList<IEdge> edges, ConnectionPageInfo info, int totalCount = 0)
{
    /// <summary>The page's items.</summary>
    public IReadOnlyList<IEdge> Edges { get; } = edges;

    /// <summary>Whether there is more before and after them.</summary>
    public ConnectionPageInfo Info { get; } = info;

    /// <summary>Items of the whole list.</summary>
    public int TotalCount { get; } = totalCount;
}

/// <summary>A page of a list.</summary>
/// <typeparam name="T">The items' type.</typeparam>
/// <param name="edges">The page's items.</param>
/// <param name="info">Whether there is more before and after them.</param>
/// <param name="totalCount">Items of the whole list; only read where the client asks for it.</param>
public class Connection<T>(IReadOnlyList<Edge<T>> edges, ConnectionPageInfo info, int totalCount = 0) : Connection(edges, info, totalCount)
{
    /// <summary>An empty page.</summary>
    /// <param name="info">Whether there is more before and after it.</param>
    /// <param name="totalCount">Items of the whole list; only read where the client asks for it.</param>
    public Connection(ConnectionPageInfo info, int totalCount = 0)
        : this([], info, totalCount)
    {
    }

    /// <summary>The page's items.</summary>
    public new IReadOnlyList<Edge<T>> Edges { get; } = edges;
}
