using System.Globalization;
using System.Text;
using GreenDonut.Data;

namespace HotChocolate.Types.Pagination;

/// <summary>Cuts a page out of a whole list; a cursor is the item's position.</summary>
internal static class ListPages
{
    public static Connection<T> Cut<T>(IEnumerable<T> list, PagingArguments asked)
    {
        var items = list as IReadOnlyList<T> ?? [.. list];
        var begin = asked.After is null ? 0 : Math.Min(Position(asked.After), items.Count - 1) + 1;
        var end = asked.Before is null ? items.Count : Math.Min(Position(asked.Before), items.Count);
        end = Math.Max(begin, end);
        if (asked.First is { } first)
            end = (int)Math.Min(end, begin + (long)first);
        if (asked.Last is { } last)
            begin = (int)Math.Max(begin, end - (long)last);

        var edges = new Edge<T>[end - begin];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = new Edge<T>(items[begin + i], Cursor(begin + i));
        var info = new ConnectionPageInfo(
            end < items.Count, begin > 0, edges.Length == 0 ? null : edges[0].Cursor, edges.Length == 0 ? null : edges[^1].Cursor);
        return new Connection<T>(edges, info, items.Count);
    }

    private static string Cursor(int position) => Convert.ToBase64String(Encoding.UTF8.GetBytes(position.ToString(CultureInfo.InvariantCulture)));

    private static int Position(string cursor)
    {
        Span<byte> text = stackalloc byte[16];
        if (cursor.Length <= 16 && Convert.TryFromBase64String(cursor, text, out var length)
            && int.TryParse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return position;
        throw new GraphQLException(ErrorBuilder.New().SetMessage("This cursor is none of this list: give a cursor as the server gave it.").SetCode("HC0078").Build());
    }
}
