using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

internal enum FieldKind
{
    /// <summary>Known beforehand: <c>__typename</c>.</summary>
    Constant,

    /// <summary>A scalar or enum that is read from the parent and written at once.</summary>
    Leaf,

    /// <summary>An object or list that is read from the parent.</summary>
    Member,

    /// <summary>What a method gives.</summary>
    Method,
}

/// <summary>Writes a leaf of the parent.</summary>
/// <returns>False where it is null; nothing is written then.</returns>
internal delegate bool LeafWriter(JsonBuffer json, object? parent);

/// <summary>One field of an answer's object.</summary>
internal sealed class FieldPlan
{
    public required FieldKind Kind { get; init; }

    public required Field Field { get; init; }

    /// <summary>The object type whose field it is.</summary>
    public required ObjectType Owner { get; init; }

    /// <summary>The document's nodes that ask for it.</summary>
    public required IReadOnlyList<FieldNode> Nodes { get; init; }

    /// <summary>The name in the answer.</summary>
    public required string Name { get; init; }

    /// <summary>A comma and the name as a JSON key; a constant's value too.</summary>
    public required byte[] Key { get; init; }

    public required ValueShape Shape { get; init; }

    public required ArgumentsPlan Arguments { get; init; }

    /// <summary>Writes a <see cref="FieldKind.Leaf"/>.</summary>
    public LeafWriter? Leaf { get; init; }

    /// <summary>Reads a <see cref="FieldKind.Member"/> from the parent.</summary>
    public Func<object?, object?>? Get { get; init; }

    /// <summary>Calls a <see cref="FieldKind.Method"/>.</summary>
    public Func<ResolverContext, ValueTask<object?>>? Resolve { get; init; }

    public bool IsEager => Kind == FieldKind.Method || (Kind == FieldKind.Member && Shape.Composite is { HasEager: true });

    /// <summary>Its place among the selection's eager fields.</summary>
    public int Column { get; set; }

    public override string ToString() => $"{Owner.Name}.{Field.Name}";
}
