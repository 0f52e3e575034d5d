using System.Linq.Expressions;
using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Introspection;

/// <summary>The types by which a schema can be asked what it is (specification, section 4.2).</summary>
internal static class IntrospectionTypes
{
    private static readonly GraphType Text = SpecifiedScalars.String;
    private static readonly GraphType RequiredText = new NonNullType(SpecifiedScalars.String);
    private static readonly GraphType RequiredBoolean = new NonNullType(SpecifiedScalars.Boolean);

    private static readonly EnumType TypeKind = Names(
        "__TypeKind", "The kinds of types.", ["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"]);

    private static readonly EnumType DirectiveLocation = Names("__DirectiveLocation", "Where directives may stand.", DirectiveLocations.All);
    private static readonly ObjectType SchemaType = new("__Schema", "Everything that can be asked.", typeof(SchemaView));
    private static readonly ObjectType TypeType = new("__Type", "A type: named, or a list or non-null of another.", typeof(TypeView));
    private static readonly ObjectType FieldType = new("__Field", "A field of an object or interface.", typeof(FieldView));
    private static readonly ObjectType InputValueType = new("__InputValue", "An argument, or a field of an input type.", typeof(InputValueView));
    private static readonly ObjectType EnumValueType = new("__EnumValue", "A value of an enum.", typeof(EnumValue));
    private static readonly ObjectType DirectiveType = new("__Directive", "A directive that documents or schemas may use.", typeof(DirectiveView));

    static IntrospectionTypes()
    {
        SchemaType.Complete(
            [
                Member("description", Text, (SchemaView schema) => schema.Description),
                Member("types", RequiredList(TypeType), (SchemaView schema) => schema.Types),
                Member("queryType", new NonNullType(TypeType), (SchemaView schema) => schema.Query),
                Member("mutationType", TypeType, (SchemaView schema) => schema.Mutation),
                Member("subscriptionType", TypeType, (SchemaView schema) => schema.Subscription),
                Member("directives", RequiredList(DirectiveType), (SchemaView schema) => schema.Directives),
            ],
            []);
        TypeType.Complete(
            [
                Member("kind", new NonNullType(TypeKind), (TypeView type) => type.Kind),
                Member("name", Text, (TypeView type) => type.Name),
                Member("description", Text, (TypeView type) => type.Description),
                Member("specifiedByURL", Text, (TypeView type) => type.SpecifiedBy),
                WithDeprecated("fields", List(FieldType), (TypeView type, bool deprecated) => type.Fields(deprecated)),
                Member("interfaces", List(TypeType), (TypeView type) => type.Interfaces),
                Member("possibleTypes", List(TypeType), (TypeView type) => type.PossibleTypes),
                WithDeprecated("enumValues", List(EnumValueType), (TypeView type, bool deprecated) => type.EnumValues(deprecated)),
                WithDeprecated("inputFields", List(InputValueType), (TypeView type, bool deprecated) => type.InputFields(deprecated)),
                Member("ofType", TypeType, (TypeView type) => type.OfType),
                Member("isOneOf", SpecifiedScalars.Boolean, (TypeView type) => type.IsOneOf),
            ],
            []);
        FieldType.Complete(
            [
                Member("name", RequiredText, (FieldView field) => field.Field.Name),
                Member("description", Text, (FieldView field) => field.Field.Description),
                WithDeprecated("args", RequiredList(InputValueType), (FieldView field, bool deprecated) => field.Arguments(deprecated)),
                Member("type", new NonNullType(TypeType), (FieldView field) => field.Type),
                Member("isDeprecated", RequiredBoolean, (FieldView field) => field.Field.DeprecationReason != null),
                Member("deprecationReason", Text, (FieldView field) => field.Field.DeprecationReason),
            ],
            []);
        InputValueType.Complete(
            [
                Member("name", RequiredText, (InputValueView value) => value.Value.Name),
                Member("description", Text, (InputValueView value) => value.Value.Description),
                Member("type", new NonNullType(TypeType), (InputValueView value) => value.Type),
                Member("defaultValue", Text, (InputValueView value) => value.DefaultValue),
                Member("isDeprecated", RequiredBoolean, (InputValueView value) => value.Value.DeprecationReason != null),
                Member("deprecationReason", Text, (InputValueView value) => value.Value.DeprecationReason),
            ],
            []);
        EnumValueType.Complete(
            [
                Member("name", RequiredText, (EnumValue value) => value.Name),
                Member("description", Text, (EnumValue value) => value.Description),
                Member("isDeprecated", RequiredBoolean, (EnumValue value) => value.DeprecationReason != null),
                Member("deprecationReason", Text, (EnumValue value) => value.DeprecationReason),
            ],
            []);
        DirectiveType.Complete(
            [
                Member("name", RequiredText, (DirectiveView directive) => directive.Directive.Name),
                Member("description", Text, (DirectiveView directive) => directive.Directive.Description),
                Member("isRepeatable", RequiredBoolean, (DirectiveView directive) => directive.Directive.IsRepeatable),
                Member("locations", RequiredList(DirectiveLocation), (DirectiveView directive) => directive.Directive.Locations),
                WithDeprecated("args", RequiredList(InputValueType), (DirectiveView directive, bool deprecated) => directive.Arguments(deprecated)),
            ],
            []);
        All = [SchemaType, TypeType, TypeKind, FieldType, InputValueType, EnumValueType, DirectiveType, DirectiveLocation];
    }

    public static IReadOnlyList<NamedType> All { get; }

    /// <summary>Every composite type has it; the executor knows the answer without resolving.</summary>
    public static Field TypeName { get; } = new("__typename", "The name of the object's type.", [], RequiredText, null);

    /// <summary>What the query root has beside its own fields.</summary>
    public static Field SchemaOf(Schema schema) => new(
        "__schema", "Everything that can be asked.", [], new NonNullType(SchemaType), null)
    {
        Resolver = new MethodResolver(_ => new ValueTask<object?>(new SchemaView(schema))),
    };

    /// <inheritdoc cref="SchemaOf" />
    public static Field TypeOf(Schema schema) => new(
        "__type", "A type by its name.", [new InputValue("name", "Its name.", RequiredText, null, null)], TypeType, null)
    {
        Resolver = new MethodResolver(context => new ValueTask<object?>(TypeView.Of(schema, schema.Type((string)context.Argument(0)!)))),
    };

    private static Field Member<TParent, TValue>(string name, GraphType type, Expression<Func<TParent, TValue>> get) =>
        new(name, null, [], type, null) { Resolver = new MemberResolver(get) };

    private static Field WithDeprecated<TParent>(string name, GraphType type, Func<TParent, bool, object?> get) =>
        new(name, null, [new InputValue("includeDeprecated", null, RequiredBoolean, new BooleanNode(0, false), null)], type, null)
        {
            Resolver = new MethodResolver(context => new ValueTask<object?>(get((TParent)context.Parent!, (bool)context.Argument(0)!))),
        };

    private static ListType List(NamedType item) => new(new NonNullType(item));

    private static NonNullType RequiredList(NamedType item) => new(List(item));

    private static EnumType Names(string name, string description, IReadOnlyList<string> values) =>
        new(name, description, [.. values.Select(value => new EnumValue(value, null, null, value))]);
}
