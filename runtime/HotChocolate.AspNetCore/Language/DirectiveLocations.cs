namespace HotChocolate.Language;

/// <summary>Where directives may stand (specification, section 3.13).</summary>
internal static class DirectiveLocations
{
    public const string Query = "QUERY";
    public const string Mutation = "MUTATION";
    public const string Subscription = "SUBSCRIPTION";
    public const string Field = "FIELD";
    public const string FragmentDefinition = "FRAGMENT_DEFINITION";
    public const string FragmentSpread = "FRAGMENT_SPREAD";
    public const string InlineFragment = "INLINE_FRAGMENT";
    public const string VariableDefinition = "VARIABLE_DEFINITION";

    /// <summary>All of them, in the specification's order: the values of introspection's <c>__DirectiveLocation</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Query, Mutation, Subscription, Field, FragmentDefinition, FragmentSpread, InlineFragment, VariableDefinition,
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE",
        "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
    ];

    public static bool IsOne(ReadOnlySpan<char> name)
    {
        foreach (var location in All)
        {
            if (name.SequenceEqual(location))
                return true;
        }

        return false;
    }
}
