namespace HotChocolate.Validation;

/// <summary>What a document is refused by. All but the last ones are the specification's (section 5) under the names that graphql-js made common.</summary>
internal enum Rule
{
    ExecutableDefinitions,
    KnownOperationTypes,
    UniqueOperationNames,
    LoneAnonymousOperation,
    SingleFieldSubscriptions,
    KnownTypeNames,
    FragmentsOnCompositeTypes,
    VariablesAreInputTypes,
    ScalarLeafs,
    FieldsOnCorrectType,
    UniqueFragmentNames,
    KnownFragmentNames,
    NoUnusedFragments,
    PossibleFragmentSpreads,
    NoFragmentCycles,
    UniqueVariableNames,
    NoUndefinedVariables,
    NoUnusedVariables,
    KnownDirectives,
    UniqueDirectivesPerLocation,
    KnownArgumentNames,
    UniqueArgumentNames,
    ValuesOfCorrectType,
    ProvidedRequiredArguments,
    VariablesInAllowedPosition,
    OverlappingFieldsCanBeMerged,
    UniqueInputFieldNames,
    MaxIntrospectionDepth,

    /// <summary>Introspection is not allowed here.</summary>
    NoIntrospection,

    /// <summary>The document is within the specification but asks for too much work.</summary>
    Limits,
}
