using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Introspection;

/// <summary>The schema as <c>__Schema</c> shows it.</summary>
internal sealed record SchemaView(Schema Schema)
{
    public string? Description => Schema.Description;

    public IEnumerable<TypeView> Types => Schema.Types.Select(type => new TypeView(Schema, type));

    public TypeView? Query => TypeView.Of(Schema, Schema.Query);

    public TypeView? Mutation => TypeView.Of(Schema, Schema.Mutation);

    public TypeView? Subscription => TypeView.Of(Schema, Schema.Subscription);

    public IEnumerable<DirectiveView> Directives => Schema.Directives.Select(directive => new DirectiveView(Schema, directive));
}

/// <summary>A type as <c>__Type</c> shows it; the lists are null for the kinds that have none.</summary>
internal sealed record TypeView(Schema Schema, GraphType Type)
{
    public string Kind => Type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputType => "INPUT_OBJECT",
        ListType => "LIST",
        NonNullType => "NON_NULL",
        _ => throw new InvalidOperationException($"No kind is told for {Type.GetType().Name}."),
    };

    public string? Name => (Type as NamedType)?.Name;

    public string? Description => (Type as NamedType)?.Description;

    public string? SpecifiedBy => (Type as ScalarType)?.SpecifiedBy;

    public bool? IsOneOf => (Type as InputType)?.IsOneOf;

    public IEnumerable<TypeView>? Interfaces => (Type as FieldsType)?.Interfaces.Select(type => new TypeView(Schema, type));

    public IEnumerable<TypeView>? PossibleTypes =>
        Type is InterfaceType or UnionType ? Schema.Possible((NamedType)Type).Select(type => new TypeView(Schema, type)) : null;

    public TypeView? OfType => Type switch
    {
        ListType list => new TypeView(Schema, list.Item),
        NonNullType nonNull => new TypeView(Schema, nonNull.Inner),
        _ => null,
    };

    public IEnumerable<FieldView>? Fields(bool deprecated) =>
        (Type as FieldsType)?.Fields.Where(field => deprecated || field.DeprecationReason is null).Select(field => new FieldView(Schema, field));

    public IEnumerable<InputValueView>? InputFields(bool deprecated) =>
        Type is InputType input ? InputValueView.Of(Schema, input.Fields, deprecated) : null;

    public IEnumerable<EnumValue>? EnumValues(bool deprecated) =>
        (Type as EnumType)?.Values.Where(value => deprecated || value.DeprecationReason is null);

    public static TypeView? Of(Schema schema, GraphType? type) => type is null ? null : new TypeView(schema, type);
}

internal sealed record FieldView(Schema Schema, Field Field)
{
    public TypeView Type => new(Schema, Field.Type);

    public IEnumerable<InputValueView> Arguments(bool deprecated) => InputValueView.Of(Schema, Field.Arguments, deprecated);
}

internal sealed record InputValueView(Schema Schema, InputValue Value)
{
    public TypeView Type => new(Schema, Value.Type);

    public string? DefaultValue => Value.DefaultValue is { } value ? ValuePrinter.Print(value) : null;

    public static IEnumerable<InputValueView> Of(Schema schema, IReadOnlyList<InputValue> values, bool deprecated) =>
        values.Where(value => deprecated || value.DeprecationReason is null).Select(value => new InputValueView(schema, value));
}

internal sealed record DirectiveView(Schema Schema, DirectiveType Directive)
{
    public IEnumerable<InputValueView> Arguments(bool deprecated) => InputValueView.Of(Schema, Directive.Arguments, deprecated);
}
