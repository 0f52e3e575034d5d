using HotChocolate.Language;

namespace HotChocolate.Validation;

/// <summary>Introspection answers with types that lead to types: only so many lists of them may be nested.</summary>
internal sealed class IntrospectionRules(ValidationContext context)
{
    private const int TooManyLists = 3;

    private readonly HashSet<(string Fragment, int Lists)> _harmless = [];
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public void Check(FieldNode field)
    {
        if (field.Name.Value is not ("__schema" or "__type"))
            return;
        if (!context.Limits.AllowIntrospection)
            context.Report(Rule.NoIntrospection, $"Field \"{field.Name}\" cannot be asked here. Take the schema from where it is published.", field.Start);
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
        if (context.Fragment(name) is not { } fragment || _harmless.Contains((name, lists)) || !_open.Add(name))
            return false;
        var isTooDeep = IsTooDeep(fragment.Node.SelectionSet, lists);
        _open.Remove(name);
        if (!isTooDeep)
            _harmless.Add((name, lists));
        return isTooDeep;
    }
}
