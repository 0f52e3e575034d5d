using HotChocolate.Language;

namespace HotChocolate.Validation;

/// <summary>Introspection answers with types that lead to types: only so many lists of them may be nested.</summary>
internal sealed class IntrospectionRules(ValidationContext context)
{
    private const int TooManyLists = 3;

    // For each fragment, the most lists above it at which it is known to be harmless, and the fewest at which it is not.
    private readonly Dictionary<string, int> _harmless = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _tooDeep = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _visited = new(StringComparer.Ordinal);

    public void Check(FieldNode field)
    {
        if (field.Name.Value is not ("__schema" or "__type"))
            return;
        if (!context.Limits.AllowIntrospection)
            context.Report(Rule.NoIntrospection, $"Field \"{field.Name}\" cannot be asked here. Take the schema from where it is published.", field.Start);
        _visited.Clear();
        if (IsTooDeep(field, 0))
        {
            context.Report(
                Rule.MaxIntrospectionDepth, $"Introspection may nest fewer than {TooManyLists} lists of fields, interfaces, possible types and input fields.", field.Start);
        }
    }

    private bool IsTooDeep(SelectionNode selection, int lists)
    {
        switch (selection)
        {
            case FragmentSpreadNode spread:
                return IsTooDeep(spread, lists);
            case InlineFragmentNode fragment:
                return IsTooDeep(fragment.SelectionSet, lists);
            case FieldNode field:
                if (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" && ++lists >= TooManyLists)
                    return true;
                return field.SelectionSet is { } inner && IsTooDeep(inner, lists);
            default:
                return false;
        }
    }

    private bool IsTooDeep(SelectionSetNode set, int lists)
    {
        foreach (var selection in set.Selections)
        {
            if (IsTooDeep(selection, lists))
                return true;
        }

        return false;
    }

    private bool IsTooDeep(FragmentSpreadNode spread, int lists)
    {
        var name = spread.Name.Value;
        if (_tooDeep.TryGetValue(name, out var fewest) && fewest <= lists)
            return true;
        if (IsAtLeast(_visited, name, lists) || IsAtLeast(_harmless, name, lists) || context.Fragment(name) is not { } fragment)
            return false;
        _visited[name] = lists;
        var isTooDeep = IsTooDeep(fragment.Node.SelectionSet, lists);
        (isTooDeep ? _tooDeep : _harmless)[name] = lists;
        return isTooDeep;
    }

    private static bool IsAtLeast(Dictionary<string, int> known, string name, int lists) => known.TryGetValue(name, out var most) && most >= lists;
}
