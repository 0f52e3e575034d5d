using HotChocolate.Types.Pagination;

namespace Training.Gateway;

/// <summary>A service's page as a connection.</summary>
internal static class Connections
{
    public static Connection<T> Of<TMessage, T>(
        Slice slice, IReadOnlyList<TMessage> entries, IReadOnlyList<string> cursors, string next, long? total, Func<TMessage, T> make)
    {
        var edges = new Edge<T>[entries.Count];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = new Edge<T>(make(entries[i]), cursors[i]);
        var hasMore = next.Length > 0;
        var hasBefore = slice.Token.Length > 0;
        var info = new ConnectionPageInfo(
            hasNextPage: slice.Backwards ? hasBefore : hasMore,
            hasPreviousPage: slice.Backwards ? hasMore : hasBefore,
            startCursor: edges.Length == 0 ? null : edges[0].Cursor,
            endCursor: edges.Length == 0 ? null : edges[^1].Cursor);
        return new Connection<T>(edges, info, (int)Math.Min(total ?? 0, int.MaxValue));
    }

    public static Connection<T> Empty<T>() => new(new ConnectionPageInfo(false, false, null, null));
}
