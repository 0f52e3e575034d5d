using GreenDonut.Data;
using HotChocolate.Execution;
using HotChocolate.TypeSystem;

namespace HotChocolate.Types.Pagination;

/// <summary>How a field's list is given in pages.</summary>
/// <param name="Default">Items of a page where neither first nor last is given.</param>
/// <param name="Most">The most items that a page may have.</param>
/// <param name="HasTotal">Whether the connection has the field totalCount.</param>
/// <param name="IsBackwardToo">Whether there are the arguments last and before.</param>
/// <param name="IsBoundRequired">Whether first or last must be given.</param>
internal sealed record PageLimits(int Default, int Most, bool HasTotal, bool IsBackwardToo, bool IsBoundRequired)
{
    public const string TotalCount = "totalCount";

    private static readonly InputValue First = new("first", "The first so many items of the list, after the cursor `after` if it is given.", SpecifiedScalars.Int, null, null);
    private static readonly InputValue After = new("after", "Only items after this cursor.", SpecifiedScalars.String, null, null);
    private static readonly InputValue Last = new("last", "The last so many items of the list, before the cursor `before` if it is given.", SpecifiedScalars.Int, null, null);
    private static readonly InputValue Before = new("before", "Only items before this cursor.", SpecifiedScalars.String, null, null);

    public static PageLimits Of(PagingOptions own, PagingOptions all) => new(
        own.DefaultPageSize ?? all.DefaultPageSize ?? PagingDefaults.DefaultPageSize,
        own.MaxPageSize ?? all.MaxPageSize ?? PagingDefaults.MaxPageSize,
        own.IncludeTotalCount ?? all.IncludeTotalCount ?? PagingDefaults.IncludeTotalCount,
        own.AllowBackwardPagination ?? all.AllowBackwardPagination ?? PagingDefaults.AllowBackwardPagination,
        own.RequirePagingBoundaries ?? all.RequirePagingBoundaries ?? PagingDefaults.RequirePagingBoundaries);

    /// <summary>The field's first arguments.</summary>
    public IReadOnlyList<InputValue> Arguments => IsBackwardToo ? [First, After, Last, Before] : [First, After];

    public ListSize Size => new(Math.Min(Default, Most), IsBackwardToo ? ["first", "last"] : ["first"], ["edges", "nodes"]);

    /// <summary>Which page is asked for.</summary>
    /// <exception cref="GraphQLException">More than a page may have, less than nothing, or both directions at once.</exception>
    public PagingArguments Read(ResolverContext context)
    {
        var (first, after) = ((int?)context.Argument(0), (string?)context.Argument(1));
        var (last, before) = IsBackwardToo ? ((int?)context.Argument(2), (string?)context.Argument(3)) : (null, null);
        Check("first", first);
        Check("last", last);
        if (first is null && last is null)
        {
            if (IsBoundRequired)
                throw Wrong("HC0052", $"Say how many items of '{context.Field.Name}' you ask for: give 'first'{(IsBackwardToo ? " or 'last'" : "")}.");
            first = Math.Min(Default, Most);
        }

        return new PagingArguments(first, after, last, before, HasTotal && context.IsSelected(TotalCount));
    }

    private void Check(string argument, int? asked)
    {
        if (asked > Most)
            throw Wrong("HC0051", $"'{argument}' asks for {asked} items; a page has at most {Most}: ask for fewer and go on with the cursor.");
        if (asked < 0)
            throw Wrong("HC0079", $"'{argument}' is {asked}: ask for 0 items or more.");
    }

    private static GraphQLException Wrong(string code, string message) => new(ErrorBuilder.New().SetMessage(message).SetCode(code).Build());
}
