using HotChocolate.Language;

namespace HotChocolate.Execution;

/// <summary>An operation, ready to be executed with the variables of any request that include and skip the same.</summary>
internal sealed class OperationPlan(OperationKind kind, SelectionPlan root)
{
    private const int SmallestAnswer = 256;

    private int _expectedLength = SmallestAnswer;

    public OperationKind Kind { get; } = kind;

    public SelectionPlan Root { get; } = root;

    /// <summary>The cost, where all requests cost the same.</summary>
    public Cost? FixedCost { get; set; }

    /// <summary>How long an answer may become: as long as the last ones.</summary>
    public int ExpectedLength
    {
        get => _expectedLength;
        set => _expectedLength = Math.Max(value + (value / 8), SmallestAnswer);
    }
}
