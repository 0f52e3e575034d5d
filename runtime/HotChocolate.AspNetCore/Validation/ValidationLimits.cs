namespace HotChocolate.Validation;

/// <summary>What a document may ask of validation and execution, beyond what its parser allows. The defaults are Hot Chocolate's where it has any.</summary>
/// <param name="Errors">How many errors are told; what comes after is not looked for.</param>
/// <param name="Depth">How deep fields may be nested once fragments are spread.</param>
/// <param name="FragmentVisits">How often fragments are spread, those inside of fragments each time anew.</param>
/// <param name="FieldMergeComparisons">How many pairs of fields are compared to see whether they can be merged.</param>
/// <param name="VariableUsages">How often variables are used, those in a fragment again for each operation that spreads it.</param>
/// <param name="AllowIntrospection">Whether <c>__schema</c> and <c>__type</c> may be asked.</param>
internal sealed record ValidationLimits(int Errors, int Depth, int FragmentVisits, int FieldMergeComparisons, int VariableUsages, bool AllowIntrospection)
{
    public static ValidationLimits Default { get; } = new(
        Errors: 5, Depth: 100, FragmentVisits: 1000, FieldMergeComparisons: 100_000, VariableUsages: 50_000, AllowIntrospection: true);

    /// <summary>For documents that we wrote ourselves.</summary>
    public static ValidationLimits None { get; } = new(
        int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, AllowIntrospection: true);
}
