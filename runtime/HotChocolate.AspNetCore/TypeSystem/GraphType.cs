namespace HotChocolate.TypeSystem;

/// <summary>A type as fields and arguments have it: named, or a list or non-null of another (specification, section 3.4).</summary>
internal abstract class GraphType
{
    /// <summary>The named type inside all lists and non-nulls.</summary>
    public abstract NamedType Named { get; }

    /// <summary>Without its own non-null.</summary>
    public virtual GraphType Nullable => this;

    public bool IsNonNull => this is NonNullType;

    public bool IsInput => Named is ScalarType or EnumType or InputType;

    public bool IsLeaf => Named is ScalarType or EnumType;
}

internal sealed class ListType(GraphType item) : GraphType
{
    public GraphType Item { get; } = item;

    public override NamedType Named => Item.Named;

    public override string ToString() => $"[{Item}]";
}

internal sealed class NonNullType(GraphType inner) : GraphType
{
    public GraphType Inner { get; } = inner;

    public override NamedType Named => Inner.Named;

    public override GraphType Nullable => Inner;

    public override string ToString() => $"{Inner}!";
}

/// <summary>A type that has a name of its own.</summary>
internal abstract class NamedType(string name, string? description) : GraphType
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public override NamedType Named => this;

    /// <summary>Whether it has fields to select, or types that have.</summary>
    public bool IsComposite => this is FieldsType or UnionType;

    public override string ToString() => Name;
}
