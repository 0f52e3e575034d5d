using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>A field's type as writing needs it: either a list of something, or a leaf, or an object with a selection.</summary>
internal sealed class ValueShape
{
    private ValueShape(bool isNonNull) => IsNonNull = isNonNull;

    public bool IsNonNull { get; }

    public ValueShape? Item { get; private init; }

    public LeafValue? Leaf { get; private init; }

    /// <summary>What is selected, however deep in lists.</summary>
    public CompositePlan? Composite { get; private init; }

    public static ValueShape Of(GraphType type, CompositePlan? composite)
    {
        var isNonNull = type.IsNonNull;
        return type.Nullable switch
        {
            ListType list => new ValueShape(isNonNull) { Item = Of(list.Item, composite), Composite = composite },
            NamedType named when composite is null => new ValueShape(isNonNull) { Leaf = LeafValue.Of(named) },
            _ => new ValueShape(isNonNull) { Composite = composite },
        };
    }
}
