namespace HotChocolate.Language;

internal abstract class ValueNode(int start) : Node(start);

internal sealed class VariableNode(int start, NameNode name) : ValueNode(start)
{
    public NameNode Name { get; } = name;
}

internal sealed class IntNode(int start, string value) : ValueNode(start)
{
    /// <summary>As it is written: any number of digits.</summary>
    public string Value { get; } = value;
}

internal sealed class FloatNode(int start, string value) : ValueNode(start)
{
    public string Value { get; } = value;
}

internal sealed class StringNode(int start, string value, bool isBlock) : ValueNode(start)
{
    public string Value { get; } = value;

    public bool IsBlock { get; } = isBlock;
}

internal sealed class BooleanNode(int start, bool value) : ValueNode(start)
{
    public bool Value { get; } = value;
}

internal sealed class NullNode(int start) : ValueNode(start);

internal sealed class EnumNode(int start, string value) : ValueNode(start)
{
    public string Value { get; } = value;
}

internal sealed class ListNode(int start, IReadOnlyList<ValueNode> items) : ValueNode(start)
{
    public IReadOnlyList<ValueNode> Items { get; } = items;
}

internal sealed class ObjectNode(int start, IReadOnlyList<ObjectFieldNode> fields) : ValueNode(start)
{
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

internal sealed class ObjectFieldNode(int start, NameNode name, ValueNode value) : Node(start)
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}
