namespace HotChocolate.Types.Pagination;

/// <summary>An item and its place in the list.</summary>
/// <typeparam name="T">The item's type.</typeparam>
public class Edge<T> : IEdge
{
    private readonly Func<Edge<T>, string>? _resolveCursor;
    private string? _cursor;

    /// <summary>An item whose place is known.</summary>
    /// <param name="node">The item.</param>
    /// <param name="cursor">Where in the list it is.</param>
    public Edge(T node, string cursor)
    {
        ArgumentException.ThrowIfNullOrEmpty(cursor);
        (Node, _cursor) = (node, cursor);
    }

    /// <summary>An item whose place is worked out when it is asked for.</summary>
    /// <param name="node">The item.</param>
    /// <param name="resolveCursor">Gives the place of an item.</param>
    public Edge(T node, Func<T, string> resolveCursor)
    {
        ArgumentNullException.ThrowIfNull(resolveCursor);
        (Node, _resolveCursor) = (node, edge => resolveCursor(edge.Node));
    }

    /// <summary>An item whose place is worked out when it is asked for.</summary>
    /// <param name="node">The item.</param>
    /// <param name="resolveCursor">Gives the place of an edge.</param>
    public Edge(T node, Func<Edge<T>, string> resolveCursor)
    {
        ArgumentNullException.ThrowIfNull(resolveCursor);
        (Node, _resolveCursor) = (node, resolveCursor);
    }

    /// <summary>The item.</summary>
    public T Node { get; }

    object? IEdge.Node => Node;

    /// <summary>Where in the list it is; opaque to clients.</summary>
    public string Cursor => _cursor ??= _resolveCursor!(this);
}
