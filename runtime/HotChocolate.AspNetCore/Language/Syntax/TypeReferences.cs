namespace HotChocolate.Language;

/// <summary>A type as a document names it.</summary>
internal abstract class TypeNode(int start) : Node(start);

internal sealed class NamedTypeNode(int start, NameNode name) : TypeNode(start)
{
    public NameNode Name { get; } = name;

    public override string ToString() => Name.Value;
}

internal sealed class ListTypeNode(int start, TypeNode item) : TypeNode(start)
{
    public TypeNode Item { get; } = item;

    public override string ToString() => $"[{Item}]";
}

internal sealed class NonNullTypeNode(int start, TypeNode inner) : TypeNode(start)
{
    public TypeNode Inner { get; } = inner;

    public override string ToString() => $"{Inner}!";
}
