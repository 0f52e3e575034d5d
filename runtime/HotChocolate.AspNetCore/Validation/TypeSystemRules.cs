using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Validation;

/// <summary>Type definitions in a document are refused as such; what else is wrong with them is told too, as the reference implementation does.</summary>
internal sealed class TypeSystemRules(ValidationContext context, DirectiveRules directives, ValueRules values)
{
    private readonly Dictionary<string, List<DirectiveNode>> _applied = new(StringComparer.Ordinal);

    public void Check()
    {
        values.Scope = null;
        foreach (var definition in context.Document.Definitions.OfType<DirectiveDefinitionNode>())
            context.Define(Signature(definition));
        foreach (var definition in context.Document.Definitions.OfType<TypeSystemNode>())
            Definition(definition);
        foreach (var applied in _applied.Values)
            directives.Unique(applied);
    }

    private void Definition(TypeSystemNode definition)
    {
        switch (definition)
        {
            case SchemaNode node:
                Applied(node, "SCHEMA");
                foreach (var root in node.RootTypes)
                    TypeName(root.Type);
                break;
            case ScalarNode node:
                Applied(node, "SCALAR");
                break;
            case FieldsTypeNode node:
                Applied(node, node.IsInterface ? "INTERFACE" : "OBJECT");
                TypeNames(node.Interfaces);
                foreach (var field in node.Fields)
                    Field(field);
                break;
            case UnionNode node:
                Applied(node, "UNION");
                TypeNames(node.Members);
                break;
            case EnumTypeNode node:
                Applied(node, "ENUM");
                foreach (var value in node.Values)
                    directives.Check(value.Directives, "ENUM_VALUE", null);
                break;
            case InputTypeNode node:
                Applied(node, "INPUT_OBJECT");
                Inputs(node.Fields, "INPUT_FIELD_DEFINITION");
                break;
            case DirectiveDefinitionNode node:
                Inputs(node.Arguments, "ARGUMENT_DEFINITION");
                break;
        }
    }

    private void Applied(TypeSystemNode node, string location)
    {
        directives.Each(node.Directives, location, null);
        // A definition and its extensions are one place; the empty name is the schema's.
        var name = node.Name?.Value ?? "";
        if (!_applied.TryGetValue(name, out var applied))
            _applied.Add(name, applied = []);
        applied.AddRange(node.Directives);
    }

    private void Field(FieldDefinitionNode field)
    {
        Inputs(field.Arguments, "ARGUMENT_DEFINITION");
        TypeName(field.Type);
        directives.Check(field.Directives, "FIELD_DEFINITION", null);
    }

    private void Inputs(IReadOnlyList<InputValueNode> inputs, string location)
    {
        foreach (var input in inputs)
        {
            TypeName(input.Type);
            if (input.DefaultValue is { } value)
                values.Check(value, null, hasDefault: false);
            directives.Check(input.Directives, location, null);
        }
    }

    private void TypeNames(IReadOnlyList<NamedTypeNode> types)
    {
        foreach (var type in types)
            TypeName(type);
    }

    private void TypeName(TypeNode type)
    {
        var named = type;
        while (named is not NamedTypeNode)
            named = named is NonNullTypeNode nonNull ? nonNull.Inner : ((ListTypeNode)named).Item;
        if (!SpecifiedScalars.All.Any(scalar => scalar.Name == ((NamedTypeNode)named).Name.Value))
            Validation.TypeNames.Check(context, named);
    }

    // Which arguments there are and which are required is all that is asked of it.
    private static DirectiveType Signature(DirectiveDefinitionNode node) => new(
        node.Name!.Value, null,
        [.. node.Arguments.Select(argument => new InputValue(
            argument.Name.Value, null, argument.Type is NonNullTypeNode ? new NonNullType(SpecifiedScalars.String) : SpecifiedScalars.String, argument.DefaultValue, null))],
        [.. node.Locations.Select(location => location.Value)], node.IsRepeatable);
}
