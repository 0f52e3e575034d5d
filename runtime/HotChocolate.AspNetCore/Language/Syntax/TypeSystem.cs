namespace HotChocolate.Language;

/// <summary>What a type system document says; in the text that a client sends, it is parsed and then refused by a validation rule.</summary>
internal abstract class TypeSystemNode(int start, bool isExtension, StringNode? description, NameNode? name, IReadOnlyList<DirectiveNode> directives)
    : DefinitionNode(start)
{
    public bool IsExtension { get; } = isExtension;

    public StringNode? Description { get; } = description;

    /// <summary>Absent on a schema definition.</summary>
    public NameNode? Name { get; } = name;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

internal sealed class SchemaNode(
    int start, bool isExtension, StringNode? description, IReadOnlyList<DirectiveNode> directives, IReadOnlyList<RootTypeNode> rootTypes)
    : TypeSystemNode(start, isExtension, description, null, directives)
{
    public IReadOnlyList<RootTypeNode> RootTypes { get; } = rootTypes;
}

internal sealed class RootTypeNode(int start, OperationKind kind, NamedTypeNode type) : Node(start)
{
    public OperationKind Kind { get; } = kind;

    public NamedTypeNode Type { get; } = type;
}

internal sealed class ScalarNode(int start, bool isExtension, StringNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : TypeSystemNode(start, isExtension, description, name, directives);

/// <summary>An object type, or an interface.</summary>
internal sealed class FieldsTypeNode(
    int start, bool isExtension, StringNode? description, bool isInterface, NameNode name, IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives, IReadOnlyList<FieldDefinitionNode> fields)
    : TypeSystemNode(start, isExtension, description, name, directives)
{
    public bool IsInterface { get; } = isInterface;

    public IReadOnlyList<NamedTypeNode> Interfaces { get; } = interfaces;

    public IReadOnlyList<FieldDefinitionNode> Fields { get; } = fields;
}

internal sealed class UnionNode(
    int start, bool isExtension, StringNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives, IReadOnlyList<NamedTypeNode> members)
    : TypeSystemNode(start, isExtension, description, name, directives)
{
    public IReadOnlyList<NamedTypeNode> Members { get; } = members;
}

internal sealed class EnumTypeNode(
    int start, bool isExtension, StringNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives, IReadOnlyList<EnumValueNode> values)
    : TypeSystemNode(start, isExtension, description, name, directives)
{
    public IReadOnlyList<EnumValueNode> Values { get; } = values;
}

internal sealed class InputTypeNode(
    int start, bool isExtension, StringNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives, IReadOnlyList<InputValueNode> fields)
    : TypeSystemNode(start, isExtension, description, name, directives)
{
    public IReadOnlyList<InputValueNode> Fields { get; } = fields;
}

internal sealed class DirectiveDefinitionNode(
    int start, StringNode? description, NameNode name, IReadOnlyList<InputValueNode> arguments, bool isRepeatable, IReadOnlyList<NameNode> locations)
    : TypeSystemNode(start, false, description, name, [])
{
    public IReadOnlyList<InputValueNode> Arguments { get; } = arguments;

    public bool IsRepeatable { get; } = isRepeatable;

    public IReadOnlyList<NameNode> Locations { get; } = locations;
}

internal sealed class FieldDefinitionNode(
    int start, StringNode? description, NameNode name, IReadOnlyList<InputValueNode> arguments, TypeNode type, IReadOnlyList<DirectiveNode> directives)
    : Node(start)
{
    public StringNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public IReadOnlyList<InputValueNode> Arguments { get; } = arguments;

    public TypeNode Type { get; } = type;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>An argument that a field or directive takes, or a field of an input type.</summary>
internal sealed class InputValueNode(
    int start, StringNode? description, NameNode name, TypeNode type, ValueNode? defaultValue, IReadOnlyList<DirectiveNode> directives) : Node(start)
{
    public StringNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

internal sealed class EnumValueNode(int start, StringNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives) : Node(start)
{
    public StringNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}
