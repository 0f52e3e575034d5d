namespace GreenDonut.Data;

/// <summary>Which page is asked for; as a resolver's parameter on a field with <c>[UsePaging]</c>: sizes are checked and never both <c>null</c>.</summary>
public readonly record struct PagingArguments
{
    /// <summary>Asks for a page.</summary>
    /// <param name="first">The first so many items.</param>
    /// <param name="after">The place after which the page begins.</param>
    /// <param name="last">The last so many items.</param>
    /// <param name="before">The place before which the page ends.</param>
    /// <param name="includeTotalCount">Whether the client asks how many items the whole list has.</param>
    public PagingArguments(int? first = null, string? after = null, int? last = null, string? before = null, bool includeTotalCount = false) =>
        (First, After, Last, Before, IncludeTotalCount) = (first, after, last, before, includeTotalCount);

    /// <summary>The first so many items.</summary>
    public int? First { get; init; }

    /// <summary>The place after which the page begins.</summary>
    public string? After { get; init; }

    /// <summary>The last so many items.</summary>
    public int? Last { get; init; }

    /// <summary>The place before which the page ends.</summary>
    public string? Before { get; init; }

    /// <summary>Whether the client asks how many items the whole list has.</summary>
    public bool IncludeTotalCount { get; init; }
}
