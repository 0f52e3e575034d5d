using HotChocolate.Language;

namespace HotChocolate.Validation;

/// <summary>Whether two fields are given the same: in any order, but written alike (specification, section 5.3.2).</summary>
internal static class SameArguments
{
    public static bool Hold(FieldNode one, FieldNode other)
    {
        if (one.Arguments.Count != other.Arguments.Count)
            return false;
        foreach (var argument in one.Arguments)
        {
            var same = other.Arguments.LastOrDefault(candidate => candidate.Name.Value == argument.Name.Value);
            if (same is null || !AreAlike(argument.Value, same.Value))
                return false;
        }

        return true;
    }

    private static bool AreAlike(ValueNode one, ValueNode other) => (one, other) switch
    {
        (VariableNode a, VariableNode b) => a.Name.Value == b.Name.Value,
        (IntNode a, IntNode b) => a.Value == b.Value,
        (FloatNode a, FloatNode b) => a.Value == b.Value,
        (StringNode a, StringNode b) => a.Value == b.Value && a.IsBlock == b.IsBlock,
        (BooleanNode a, BooleanNode b) => a.Value == b.Value,
        (EnumNode a, EnumNode b) => a.Value == b.Value,
        (NullNode, NullNode) => true,
        (ListNode a, ListNode b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => AreAlike(pair.First, pair.Second)),
        (ObjectNode a, ObjectNode b) => a.Fields.Count == b.Fields.Count
            && ByName(a).Zip(ByName(b)).All(pair => pair.First.Name.Value == pair.Second.Name.Value && AreAlike(pair.First.Value, pair.Second.Value)),
        _ => false,
    };

    private static IEnumerable<ObjectFieldNode> ByName(ObjectNode value) => value.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
}
