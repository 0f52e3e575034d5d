namespace HotChocolate.Types.Pagination;

/// <summary>An item and its place in the list.</summary>
public interface IEdge
{
    /// <summary>The item.</summary>
    object? Node { get; }

    /// <summary>Where in the list it is; opaque to clients.</summary>
    string Cursor { get; }
}
