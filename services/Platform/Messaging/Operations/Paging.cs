using Training.Hosting;

namespace Training.Messaging;

/// <summary>A page token was changed or is from another list.</summary>
public sealed class PageTokenNotReadable()
    : DomainError(ErrorKind.Invalid, "page_token is not one that this list handed out. Send next_page_token of the previous answer unchanged, or nothing for the first page.");

/// <summary>A page of more entries than a list gives was asked for.</summary>
public sealed class PageTooLarge(int asked)
    : DomainError(ErrorKind.Invalid, $"page_size {asked} is not between 0 and {Paging.Largest}. Ask for at most {Paging.Largest}; 0 asks for {Paging.Usual}.");

/// <summary>Keyset pages by UUIDv7: a page costs the same at row 10 and at row 10,000,000.</summary>
public static class Paging
{
    internal const int Usual = 50;
    internal const int Largest = 500;

    /// <summary>The size of the page to give.</summary>
    /// <param name="asked">The request's page_size; 0 asks for the usual 50.</param>
    /// <exception cref="PageTooLarge">More than 500, or less than 0.</exception>
    public static int Size(int asked) => asked switch
    {
        0 => Usual,
        > 0 and <= Largest => asked,
        _ => throw new PageTooLarge(asked),
    };

    /// <summary>The id after which the page begins.</summary>
    /// <param name="token">The request's page_token.</param>
    /// <exception cref="PageTokenNotReadable">It is not one of ours.</exception>
    public static Guid After(string token) =>
        token == "" ? Guid.Empty : Guid.TryParseExact(token, "N", out var id) ? id : throw new PageTokenNotReadable();

    /// <summary>Cuts the one row too many that was read, and says the next page's token; empty on the last page.</summary>
    /// <param name="rows">At most <paramref name="size"/> + 1 rows.</param>
    /// <param name="size">The page's size.</param>
    /// <param name="id">A row's id.</param>
    public static string Next<T>(List<T> rows, int size, Func<T, Guid> id)
    {
        if (rows.Count <= size)
            return "";
        rows.RemoveAt(size);
        return id(rows[^1]).ToString("N");
    }
}
