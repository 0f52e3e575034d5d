using HotChocolate.Language;

namespace HotChocolate.TypeSystem;

/// <summary>The directives that every schema has without defining them (specification, section 3.13).</summary>
internal static class SpecifiedDirectives
{
    /// <summary>The reason of <c>@deprecated</c> where none is given.</summary>
    public const string NoReason = "No longer supported";

    private static readonly GraphType RequiredBoolean = new NonNullType(SpecifiedScalars.Boolean);
    private static readonly GraphType RequiredString = new NonNullType(SpecifiedScalars.String);

    public static DirectiveType Include { get; } = new(
        "include",
        "Only includes this field or fragment if the `if` argument is true.",
        [new InputValue("if", "Included when true.", RequiredBoolean, null, null)],
        [DirectiveLocations.Field, DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment],
        IsRepeatable: false);

    public static DirectiveType Skip { get; } = new(
        "skip",
        "Leaves this field or fragment out if the `if` argument is true.",
        [new InputValue("if", "Skipped when true.", RequiredBoolean, null, null)],
        [DirectiveLocations.Field, DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment],
        IsRepeatable: false);

    public static DirectiveType Deprecated { get; } = new(
        "deprecated",
        "Says that this should no longer be used.",
        [new InputValue("reason", "Why, and what to use instead; in Markdown.", RequiredString, new StringNode(0, NoReason, isBlock: false), null)],
        ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE"],
        IsRepeatable: false);

    public static DirectiveType SpecifiedBy { get; } = new(
        "specifiedBy",
        "Says where the format of this scalar is specified.",
        [new InputValue("url", "The specification's address.", RequiredString, null, null)],
        ["SCALAR"],
        IsRepeatable: false);

    public static DirectiveType OneOf { get; } = new(
        "oneOf",
        "Exactly one field of this input must be given, and not as null.",
        [],
        ["INPUT_OBJECT"],
        IsRepeatable: false);

    public static IReadOnlyList<DirectiveType> All { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    public static bool IsOne(DirectiveType directive) => All.Any(one => one.Name == directive.Name);
}
