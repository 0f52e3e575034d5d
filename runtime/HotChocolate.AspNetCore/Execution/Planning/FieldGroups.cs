using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>CollectFields(): the fields of an object by their name in the answer, in the order in which they are first met (specification, section 6.3.2).</summary>
internal sealed class FieldGroups(Schema schema, ObjectType type, IReadOnlyDictionary<string, FragmentNode> fragments, Func<string, bool> isTrue)
{
    private readonly Dictionary<string, List<FieldNode>> _nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    public List<string> Names { get; } = [];

    public IReadOnlyList<FieldNode> Nodes(string name) => _nodes[name];

    public void Collect(SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            if (!IsIncluded(selection))
                continue;
            switch (selection)
            {
                case FieldNode field:
                    Add(field);
                    break;
                case InlineFragmentNode inline when Applies(inline.Condition):
                    Collect(inline.SelectionSet);
                    break;
                case FragmentSpreadNode spread when _visited.Add(spread.Name.Value):
                    var fragment = fragments[spread.Name.Value];
                    if (Applies(fragment.Condition))
                        Collect(fragment.SelectionSet);
                    break;
            }
        }
    }

    private void Add(FieldNode field)
    {
        if (!_nodes.TryGetValue(field.ResponseName, out var nodes))
        {
            _nodes.Add(field.ResponseName, nodes = []);
            Names.Add(field.ResponseName);
        }

        nodes.Add(field);
    }

    private bool Applies(NamedTypeNode? condition) =>
        condition is null || condition.Name.Value == type.Name || schema.Possible(schema.Type(condition.Name.Value)!).Contains(type);

    private bool IsIncluded(SelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            if (Condition.Of(directive) is { } value && Condition.IsTrue(value, isTrue) != (directive.Name.Value == Condition.Include))
                return false;
        }

        return true;
    }
}

/// <summary>What <c>@skip</c> and <c>@include</c> ask (specification, sections 3.13.1 and 3.13.2).</summary>
internal static class Condition
{
    public const string Include = "include";
    private const string Skip = "skip";

    /// <summary>The directive's condition; null where it is another directive.</summary>
    public static ValueNode? Of(DirectiveNode directive) =>
        directive.Name.Value is Include or Skip ? directive.Arguments.First(argument => argument.Name.Value == "if").Value : null;

    public static bool IsTrue(ValueNode value, Func<string, bool> isTrue) =>
        value is VariableNode variable ? isTrue(variable.Name.Value) : value is BooleanNode { Value: true };
}
