using HotChocolate.Language;

namespace HotChocolate.Execution;

/// <summary>An operation, ready to be executed with the variables of any request that include and skip the same.</summary>
/// <param name="kind">What kind of operation it is.</param>
/// <param name="root">What is selected of the root.</param>
/// <param name="size">How many fields are planned.</param>
internal sealed class OperationPlan(OperationKind kind, SelectionPlan root, int size)
{
    private const int SmallestAnswer = 256;

    private int _expectedLength = SmallestAnswer;

    public OperationKind Kind { get; } = kind;

    public SelectionPlan Root { get; } = root;

    public int Size { get; } = size;

    /// <summary>The cost, where all requests cost the same.</summary>
    public FixedCost? FixedCost { get; set; }

    /// <summary>How long an answer may become: as long as the last ones.</summary>
    public int ExpectedLength
    {
        get => _expectedLength;
        set => _expectedLength = Math.Max(value + (value / 8), SmallestAnswer);
    }
}

/// <summary>The cost of every request with one plan.</summary>
internal sealed record FixedCost(Cost Cost);
