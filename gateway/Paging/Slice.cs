using GreenDonut.Data;

namespace Training.Gateway;

/// <summary>Which part of a list is asked for, as the contracts say it.</summary>
/// <param name="Size">At most so many entries.</param>
/// <param name="Token">The cursor after which (backwards: before which) it begins; empty for the list's beginning (backwards: end).</param>
/// <param name="Backwards">Whether it is counted from the end.</param>
/// <param name="WithTotal">Whether the whole list is counted too.</param>
internal readonly record struct Slice(int Size, string Token, bool Backwards, bool WithTotal)
{
    /// <exception cref="InvalidInput">Ends of both kinds are mixed.</exception>
    public static Slice Of(PagingArguments paging)
    {
        var backwards = paging.Last is not null;
        if (backwards ? paging.After is not null || paging.First is not null : paging.Before is not null)
            throw new InvalidInput("PAGE_ENDS_MIXED", "A page has one beginning: give first with after, or last with before.", "before");
        return new Slice((backwards ? paging.Last : paging.First) ?? DefaultSize, (backwards ? paging.Before : paging.After) ?? "", backwards, paging.IncludeTotalCount);
    }

    private const int DefaultSize = 10;
}
