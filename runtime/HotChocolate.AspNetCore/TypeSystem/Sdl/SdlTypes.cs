using HotChocolate.Language;

namespace HotChocolate.TypeSystem.Sdl;

/// <summary>The types that a schema's text defines.</summary>
internal sealed class SdlTypes
{
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly SdlBindings _bindings;

    public SdlTypes(IReadOnlyList<TypeSystemNode> definitions, SdlBindings bindings)
    {
        _bindings = bindings;
        var parts = definitions.Where(node => node is not (SchemaNode or DirectiveDefinitionNode))
            .GroupBy(node => node.Name!.Value, StringComparer.Ordinal)
            .Select(group => group.ToList())
            .ToList();
        foreach (var part in parts)
        {
            var definition = Definition(part);
            if (!SpecifiedScalars.All.Any(scalar => scalar.Name == definition.Name!.Value))
                _types.Add(definition.Name!.Value, Empty(definition, part));
        }

        Named(SpecifiedScalars.String.Name);
        Named(SpecifiedScalars.Boolean.Name);
        foreach (var part in parts)
            Complete(part);
    }

    public IReadOnlyCollection<NamedType> All => _types.Values;

    public NamedType Named(NamedTypeNode reference) => Named(reference.Name.Value);

    public DirectiveType Directive(DirectiveDefinitionNode node) => new(
        node.Name!.Value, node.Description?.Value, Inputs(node.Arguments), [.. node.Locations.Select(location => location.Value)], node.IsRepeatable);

    private static TypeSystemNode Definition(List<TypeSystemNode> part)
    {
        var definitions = part.FindAll(node => !node.IsExtension);
        return definitions.Count == 1 ? definitions[0]
            : throw new SdlError($"{part[0].Name} is defined {definitions.Count} times. Define it once; extend it as often as needed.");
    }

    private NamedType Empty(TypeSystemNode definition, List<TypeSystemNode> part)
    {
        var name = definition.Name!.Value;
        var description = definition.Description?.Value;
        return definition switch
        {
            ScalarNode => new ScalarType(name, description, Text(Applied(part, "specifiedBy"), "url"), _bindings.Scalars.GetValueOrDefault(name) ?? AnyForm.Instance),
            FieldsTypeNode { IsInterface: true } => new InterfaceType(name, description),
            FieldsTypeNode => new ObjectType(name, description, _bindings.RuntimeTypes.GetValueOrDefault(name)),
            UnionNode => new UnionType(name, description),
            EnumTypeNode => new EnumType(name, description, [.. part.OfType<EnumTypeNode>().SelectMany(node => node.Values).Select(value => Value(name, value))]),
            InputTypeNode => new InputType(name, description, Applied(part, "oneOf") is not null),
            _ => throw new InvalidOperationException($"{definition.GetType().Name} defines no type."),
        };
    }

    private void Complete(List<TypeSystemNode> part)
    {
        switch (_types.GetValueOrDefault(part[0].Name!.Value))
        {
            case FieldsType type:
                var nodes = part.Cast<FieldsTypeNode>().ToList();
                type.Complete(
                    [.. nodes.SelectMany(node => node.Fields).Select(field => Field(type.Name, field))],
                    [.. nodes.SelectMany(node => node.Interfaces).Select(Interface)]);
                break;
            case UnionType type:
                type.Complete([.. part.Cast<UnionNode>().SelectMany(node => node.Members).Select(Member)]);
                break;
            case InputType type:
                type.Complete(Inputs([.. part.Cast<InputTypeNode>().SelectMany(node => node.Fields)]));
                break;
        }
    }

    private NamedType Named(string name)
    {
        if (_types.TryGetValue(name, out var type))
            return type;
        var scalar = SpecifiedScalars.All.FirstOrDefault(one => one.Name == name) ?? throw new SdlError($"{name} is not defined. Define it, or correct the name.");
        return _types[name] = scalar;
    }

    private GraphType Type(TypeNode reference) => reference switch
    {
        NonNullTypeNode one => new NonNullType(Type(one.Inner)),
        ListTypeNode one => new ListType(Type(one.Item)),
        NamedTypeNode one => Named(one),
        _ => throw new InvalidOperationException($"A type is not written as {reference.GetType().Name}."),
    };

    private InterfaceType Interface(NamedTypeNode reference) =>
        Named(reference) as InterfaceType ?? throw new SdlError($"{reference} is implemented but is no interface.");

    private ObjectType Member(NamedTypeNode reference) =>
        Named(reference) as ObjectType ?? throw new SdlError($"{reference} is a member of a union but is no object type.");

    private Field Field(string owner, FieldDefinitionNode node) =>
        new(node.Name.Value, node.Description?.Value, Inputs(node.Arguments), Type(node.Type), Deprecation(node.Directives))
        {
            Resolver = _bindings.Resolvers.GetValueOrDefault($"{owner}.{node.Name}"),
            Cost = Number(Applied(node.Directives, "cost"), "weight"),
            ListSize = Size(Applied(node.Directives, "listSize")),
        };

    private IReadOnlyList<InputValue> Inputs(IReadOnlyList<InputValueNode> nodes) =>
        [.. nodes.Select(node => new InputValue(node.Name.Value, node.Description?.Value, Type(node.Type), node.DefaultValue, Deprecation(node.Directives)))];

    private EnumValue Value(string owner, EnumValueNode node) => new(
        node.Name.Value, node.Description?.Value, Deprecation(node.Directives), _bindings.EnumValues.GetValueOrDefault($"{owner}.{node.Name}") ?? node.Name.Value);

    private static string? Deprecation(IReadOnlyList<DirectiveNode> directives) =>
        Applied(directives, "deprecated") is { } deprecated ? Text(deprecated, "reason") ?? SpecifiedDirectives.NoReason : null;

    private static ListSize? Size(DirectiveNode? directive) => directive is null ? null
        : new ListSize((int)(Number(directive, "assumedSize") ?? 1), Texts(directive, "slicingArguments"), Texts(directive, "sizedFields"));

    private static DirectiveNode? Applied(IReadOnlyList<TypeSystemNode> part, string name) =>
        part.Select(node => Applied(node.Directives, name)).FirstOrDefault(directive => directive is not null);

    private static DirectiveNode? Applied(IReadOnlyList<DirectiveNode> directives, string name) => directives.FirstOrDefault(directive => directive.Name.Value == name);

    private static ValueNode? Argument(DirectiveNode? directive, string name) =>
        directive?.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    private static string? Text(DirectiveNode? directive, string name) => (Argument(directive, name) as StringNode)?.Value;

    private static double? Number(DirectiveNode? directive, string name) => Argument(directive, name) switch
    {
        StringNode one => double.Parse(one.Value, System.Globalization.CultureInfo.InvariantCulture),
        IntNode one => double.Parse(one.Value, System.Globalization.CultureInfo.InvariantCulture),
        FloatNode one => double.Parse(one.Value, System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    private static IReadOnlyList<string> Texts(DirectiveNode directive, string name) =>
        Argument(directive, name) is ListNode list ? [.. list.Items.OfType<StringNode>().Select(item => item.Value)] : [];
}
