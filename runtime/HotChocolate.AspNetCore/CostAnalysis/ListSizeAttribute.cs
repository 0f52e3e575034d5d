namespace HotChocolate.CostAnalysis.Types;

/// <summary>How long the field's list may be, for its price.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>At most so many items.</summary>
    public int AssumedSize { get; init; }

    /// <summary>The arguments that say how many items are asked for.</summary>
    public string[]? SlicingArguments { get; init; }

    /// <summary>The fields of the value that are the list.</summary>
    public string[]? SizedFields { get; init; }
}
