namespace HotChocolate.Language;

internal enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}

internal abstract class ExecutableDefinitionNode(int start, StringNode? description, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : DefinitionNode(start)
{
    public StringNode? Description { get; } = description;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

internal sealed class OperationNode(
    int start, StringNode? description, OperationKind kind, NameNode? name, IReadOnlyList<VariableDefinitionNode> variables,
    IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : ExecutableDefinitionNode(start, description, directives, selectionSet)
{
    public OperationKind Kind { get; } = kind;

    public NameNode? Name { get; } = name;

    public IReadOnlyList<VariableDefinitionNode> Variables { get; } = variables;
}

internal sealed class FragmentNode(
    int start, StringNode? description, NameNode name, NamedTypeNode condition, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : ExecutableDefinitionNode(start, description, directives, selectionSet)
{
    public NameNode Name { get; } = name;

    public NamedTypeNode Condition { get; } = condition;
}

internal sealed class VariableDefinitionNode(
    int start, StringNode? description, VariableNode variable, TypeNode type, ValueNode? defaultValue, IReadOnlyList<DirectiveNode> directives) : Node(start)
{
    public StringNode? Description { get; } = description;

    public VariableNode Variable { get; } = variable;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

internal sealed class SelectionSetNode(int start, IReadOnlyList<SelectionNode> selections) : Node(start)
{
    public IReadOnlyList<SelectionNode> Selections { get; } = selections;
}

internal abstract class SelectionNode(int start, IReadOnlyList<DirectiveNode> directives) : Node(start)
{
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

internal sealed class FieldNode(
    int start, NameNode? alias, NameNode name, IReadOnlyList<ArgumentNode> arguments, IReadOnlyList<DirectiveNode> directives, SelectionSetNode? selectionSet)
    : SelectionNode(start, directives)
{
    public NameNode? Alias { get; } = alias;

    public NameNode Name { get; } = name;

    /// <summary>The key in the answer.</summary>
    public string ResponseName => (Alias ?? Name).Value;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;

    public SelectionSetNode? SelectionSet { get; } = selectionSet;
}

internal sealed class FragmentSpreadNode(int start, NameNode name, IReadOnlyList<DirectiveNode> directives) : SelectionNode(start, directives)
{
    public NameNode Name { get; } = name;
}

internal sealed class InlineFragmentNode(int start, NamedTypeNode? condition, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : SelectionNode(start, directives)
{
    public NamedTypeNode? Condition { get; } = condition;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

internal sealed class ArgumentNode(int start, NameNode name, ValueNode value) : Node(start)
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}

internal sealed class DirectiveNode(int start, NameNode name, IReadOnlyList<ArgumentNode> arguments) : Node(start)
{
    public NameNode Name { get; } = name;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
}
