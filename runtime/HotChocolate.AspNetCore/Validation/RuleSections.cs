namespace HotChocolate.Validation;

/// <summary>Where the specification says what a rule holds.</summary>
internal static class RuleSections
{
    private const string Specification = "https://spec.graphql.org/September2025/#sec-";

    /// <summary>The section's address, or null for a rule of our own.</summary>
    public static string? Address(Rule rule) => Section(rule) is { } section ? Specification + section : null;

    private static string? Section(Rule rule) => rule switch
    {
        Rule.ExecutableDefinitions => "Executable-Definitions",
        Rule.KnownOperationTypes => "Operation-Type-Existence",
        Rule.UniqueOperationNames => "Operation-Name-Uniqueness",
        Rule.LoneAnonymousOperation => "Lone-Anonymous-Operation",
        Rule.SingleFieldSubscriptions => "Single-Root-Field",
        Rule.KnownTypeNames => "Fragment-Spread-Type-Existence",
        Rule.FragmentsOnCompositeTypes => "Fragments-on-Object-Interface-or-Union-Types",
        Rule.VariablesAreInputTypes => "Variables-Are-Input-Types",
        Rule.ScalarLeafs => "Leaf-Field-Selections",
        Rule.FieldsOnCorrectType => "Field-Selections",
        Rule.UniqueFragmentNames => "Fragment-Name-Uniqueness",
        Rule.KnownFragmentNames => "Fragment-Spread-Target-Defined",
        Rule.NoUnusedFragments => "Fragments-Must-Be-Used",
        Rule.PossibleFragmentSpreads => "Fragment-Spread-Is-Possible",
        Rule.NoFragmentCycles => "Fragment-Spreads-Must-Not-Form-Cycles",
        Rule.UniqueVariableNames => "Variable-Uniqueness",
        Rule.NoUndefinedVariables => "All-Variable-Uses-Defined",
        Rule.NoUnusedVariables => "All-Variables-Used",
        Rule.KnownDirectives => "Directives-Are-Defined",
        Rule.UniqueDirectivesPerLocation => "Directives-Are-Unique-per-Location",
        Rule.KnownArgumentNames => "Argument-Names",
        Rule.UniqueArgumentNames => "Argument-Uniqueness",
        Rule.ValuesOfCorrectType => "Values-of-Correct-Type",
        Rule.ProvidedRequiredArguments => "Required-Arguments",
        Rule.VariablesInAllowedPosition => "All-Variable-Usages-Are-Allowed",
        Rule.OverlappingFieldsCanBeMerged => "Field-Selection-Merging",
        Rule.UniqueInputFieldNames => "Input-Object-Field-Uniqueness",
        _ => null,
    };
}
