using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Validation;

/// <summary>A subscription asks for one event stream (specification, section 5.2.4.1).</summary>
internal sealed class SubscriptionRules
{
    private readonly ValidationContext _context;
    private readonly ObjectType _root;
    private readonly Dictionary<string, List<FieldNode>> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<DirectiveNode> _conditions = [];

    private SubscriptionRules(ValidationContext context, ObjectType root) => (_context, _root) = (context, root);

    public static void Check(ValidationContext context, OperationNode operation)
    {
        if (context.Schema.Subscription is { } root)
            new SubscriptionRules(context, root).Check(operation);
    }

    private void Check(OperationNode operation)
    {
        Collect(operation.SelectionSet);
        var name = operation.Name is null ? "The subscription" : $"Subscription \"{operation.Name}\"";
        if (_order.Count > 1)
        {
            _context.Report(
                Rule.SingleFieldSubscriptions, $"{name} must ask for one field at its root. Send a subscription for each.",
                [.. _order.Skip(1).SelectMany(key => _fields[key]).Select(field => field.Start)]);
        }

        foreach (var key in _order)
        {
            if (_fields[key][0].Name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                _context.Report(
                    Rule.SingleFieldSubscriptions, $"{name} cannot ask for introspection at its root. Use a query for it.", [.. _fields[key].Select(field => field.Start)]);
            }
        }

        foreach (var condition in _conditions)
        {
            _context.Report(
                Rule.SingleFieldSubscriptions, $"{name} cannot use @{condition.Name} at its root: whether there is an event stream must not depend on it. Remove it.",
                condition.Start);
        }
    }

    private void Collect(SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            _conditions.AddRange(selection.Directives.Where(directive => directive.Name.Value is "skip" or "include"));
            switch (selection)
            {
                case FieldNode field:
                    if (!_fields.TryGetValue(field.ResponseName, out var same))
                    {
                        _fields.Add(field.ResponseName, same = []);
                        _order.Add(field.ResponseName);
                    }

                    same.Add(field);
                    break;
                case InlineFragmentNode fragment when Applies(fragment.Condition):
                    Collect(fragment.SelectionSet);
                    break;
                case FragmentSpreadNode spread when _visited.Add(spread.Name.Value) && _context.Fragment(spread.Name.Value)?.Node is FragmentNode fragment
                    && Applies(fragment.Condition):
                    Collect(fragment.SelectionSet);
                    break;
            }
        }
    }

    private bool Applies(NamedTypeNode? condition) =>
        condition is null || (_context.Schema.Type(condition.Name.Value) is { IsComposite: true } type && _context.Schema.Possible(type).Contains(_root));
}
