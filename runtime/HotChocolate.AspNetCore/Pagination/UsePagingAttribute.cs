using System.Runtime.CompilerServices;

namespace HotChocolate.Types;

/// <summary>
/// The field's list is given in pages: as a connection, with the arguments first, after, last and before. The method returns a
/// <see cref="Pagination.Connection{T}"/> made of <see cref="GreenDonut.Data.PagingArguments"/>, or a whole list that is then cut.
/// </summary>
/// <param name="type">Not used: the item's type is the method's.</param>
/// <param name="order">The attribute's place among others.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UsePagingAttribute(Type? type = null, [CallerLineNumber] int order = 0) : Attribute
{
    private readonly Pagination.PagingOptions _own = new();

    internal Pagination.PagingOptions Own => _own;

    internal int Order { get; } = order;

    /// <summary>The item's type, or <c>null</c>.</summary>
    public Type? Type { get; } = type;

    /// <summary>What comes before <c>Connection</c> and <c>Edge</c> in the types' names; the field's name where it is not given.</summary>
    public string? ConnectionName { get; set; }

    /// <summary>Items of a page where neither first nor last is given.</summary>
    public int DefaultPageSize
    {
        get => _own.DefaultPageSize ?? Pagination.PagingDefaults.DefaultPageSize;
        set => _own.DefaultPageSize = value;
    }

    /// <summary>The most items that a page may have.</summary>
    public int MaxPageSize
    {
        get => _own.MaxPageSize ?? Pagination.PagingDefaults.MaxPageSize;
        set => _own.MaxPageSize = value;
    }

    /// <summary>Whether the connection has the field totalCount.</summary>
    public bool IncludeTotalCount
    {
        get => _own.IncludeTotalCount ?? Pagination.PagingDefaults.IncludeTotalCount;
        set => _own.IncludeTotalCount = value;
    }

    /// <summary>Whether there are the arguments last and before.</summary>
    public bool AllowBackwardPagination
    {
        get => _own.AllowBackwardPagination ?? Pagination.PagingDefaults.AllowBackwardPagination;
        set => _own.AllowBackwardPagination = value;
    }

    /// <summary>Whether first or last must be given.</summary>
    public bool RequirePagingBoundaries
    {
        get => _own.RequirePagingBoundaries ?? Pagination.PagingDefaults.RequirePagingBoundaries;
        set => _own.RequirePagingBoundaries = value;
    }

    /// <summary>Whether the connection is named after the field instead of the item's type.</summary>
    public bool InferConnectionNameFromField
    {
        get => _own.InferConnectionNameFromField ?? Pagination.PagingDefaults.InferConnectionNameFromField;
        set => _own.InferConnectionNameFromField = value;
    }
}
