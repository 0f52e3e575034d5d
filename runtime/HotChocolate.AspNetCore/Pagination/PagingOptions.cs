namespace HotChocolate.Types.Pagination;

/// <summary>How lists are given in pages; what is <c>null</c> is as the defaults say.</summary>
public class PagingOptions
{
    /// <summary>Items of a page where neither first nor last is given (10).</summary>
    public int? DefaultPageSize { get; set; }

    /// <summary>The most items that a page may have (50).</summary>
    public int? MaxPageSize { get; set; }

    /// <summary>Whether connections have the field totalCount (no).</summary>
    public bool? IncludeTotalCount { get; set; }

    /// <summary>Whether there are the arguments last and before (yes).</summary>
    public bool? AllowBackwardPagination { get; set; }

    /// <summary>Whether first or last must be given (no).</summary>
    public bool? RequirePagingBoundaries { get; set; }

    /// <summary>Whether connections are named after the field instead of the item's type (yes).</summary>
    public bool? InferConnectionNameFromField { get; set; }
}
