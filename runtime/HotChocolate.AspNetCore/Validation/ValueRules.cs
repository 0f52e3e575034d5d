using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Validation;

/// <summary>Values in a document (specification, section 5.6).</summary>
internal sealed class ValueRules(ValidationContext context)
{
    /// <summary>The operation or fragment in which the values stand.</summary>
    public DefinitionScope? Scope { get; set; }

    /// <param name="node">The value.</param>
    /// <param name="type">What is expected there; null where it is not known.</param>
    /// <param name="hasDefault">Whether the place has a default of its own.</param>
    public void Check(ValueNode node, GraphType? type, bool hasDefault) => Check(node, type, hasDefault, null, isReported: true);

    private void Check(ValueNode node, GraphType? type, bool hasDefault, InputType? owner, bool isReported)
    {
        switch (node)
        {
            case VariableNode variable:
                Scope?.Usages.Add(new VariableUsage(variable, type, hasDefault, owner));
                break;
            case ListNode list:
                List(list, type, isReported);
                break;
            case ObjectNode value:
                Object(value, type, isReported);
                break;
            case NullNode:
                if (isReported && type is NonNullType)
                    Report(node, $"Type \"{type}\" cannot be null. Give a value.");
                break;
            default:
                if (isReported)
                    Leaf(node, type);
                break;
        }
    }

    private void List(ListNode node, GraphType? type, bool isReported)
    {
        var expected = type?.Nullable;
        var item = expected is ListType list ? list.Item : expected;
        if (expected is not ListType)
        {
            if (isReported)
                Leaf(node, expected);
            isReported = false;
        }

        for (var i = 0; i < node.Items.Count; i++)
            Check(node.Items[i], item, hasDefault: false, type as InputType, isReported);
    }

    private void Object(ObjectNode node, GraphType? type, bool isReported)
    {
        Unique(node);
        var input = type?.Named as InputType;
        if (input is null)
        {
            if (isReported)
                Leaf(node, type);
            isReported = false;
        }
        else if (isReported)
        {
            Required(node, input);
            if (input.IsOneOf)
                OneOf(node, input);
        }

        for (var i = 0; i < node.Fields.Count; i++)
        {
            var field = node.Fields[i];
            var known = input?.Find(field.Name.Value);
            if (isReported && known is null)
                Report(field, $"Input type \"{input}\" has no field \"{field.Name}\". Correct the name, or leave it out.");
            Check(field.Value, known?.Type, known?.DefaultValue is not null, input, isReported);
        }
    }

    private void Required(ObjectNode node, InputType input)
    {
        for (var i = 0; i < input.Fields.Count; i++)
        {
            var field = input.Fields[i];
            if (field.IsRequired && !node.Fields.Any(given => given.Name.Value == field.Name))
                Report(node, $"Input type \"{input}\" needs field \"{field.Name}\" of type \"{field.Type}\". Add it.");
        }
    }

    private void OneOf(ObjectNode node, InputType input)
    {
        if (node.Fields.Select(field => field.Name.Value).Distinct(StringComparer.Ordinal).Count() != 1)
            Report(node, $"Input type \"{input}\" takes exactly one of its fields. Give one.");
        else if (node.Fields[^1].Value is NullNode)
            Report(node, $"Field \"{input}.{node.Fields[^1].Name}\" cannot be null. Give a value, or another field.");
    }

    private void Unique(ObjectNode node)
    {
        foreach (var same in Repeats.Of(node.Fields, static field => field.Name.Value))
        {
            foreach (var again in same.Skip(1))
            {
                context.Report(
                    Rule.UniqueInputFieldNames, $"Field \"{again.Name}\" is given more than once. Give it once.", same[0].Name.Start, again.Name.Start);
            }
        }
    }

    private void Leaf(ValueNode node, GraphType? type)
    {
        switch (type?.Named)
        {
            case null:
                break;
            case EnumType one:
                if (node is not EnumNode value || one.Find(value.Value) is null)
                    Report(node, $"Type \"{type}\" has no value {Shown(node)}. Give one of {string.Join(", ", one.Values.Select(known => known.Name))}.");
                break;
            case ScalarType one:
                Scalar(node, type, one);
                break;
            default:
                Report(node, $"Type \"{type}\" cannot be {Shown(node)}. Give its fields: {{ ... }}.");
                break;
        }
    }

    private void Scalar(ValueNode node, GraphType type, ScalarType scalar)
    {
        try
        {
            scalar.Form.FromLiteral(node);
        }
        catch (CoercionError error)
        {
            Report(node, $"Type \"{type}\" cannot be {Shown(node)}: {error.Message}");
        }
    }

    private void Report(Node node, string message) => context.Report(Rule.ValuesOfCorrectType, message, node.Start);

    private static string Shown(ValueNode node)
    {
        const int longest = 100;
        var text = ValuePrinter.Print(node);
        return text.Length <= longest ? text : $"{text.AsSpan(0, longest)}…";
    }
}
