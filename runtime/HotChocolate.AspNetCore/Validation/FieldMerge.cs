using System.Runtime.CompilerServices;
using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Validation;

/// <summary>
/// Fields with one response name must be mergeable into one (specification, section 5.3.2). Fields are compared with the fields of the same selection set and
/// of the fragments spread there; each pair of fragments is compared once, so that cost does not explode where fragments spread fragments.
/// </summary>
internal sealed class FieldMerge(ValidationContext context)
{
    private readonly Dictionary<(NamedType? Parent, SelectionSetNode Set), FieldMap> _maps = [];
    private readonly FragmentPairs _compared = new();
    private long _comparisons;

    /// <param name="set">What an operation, fragment or field selects; inline fragments are looked into from there.</param>
    /// <param name="parent">On what; null where it is not known.</param>
    public void Check(SelectionSetNode set, NamedType? parent)
    {
        if (HasNothingToMerge(set))
            return;
        var conflicts = new List<FieldConflict>();
        var map = MapOf(set, parent);
        Within(conflicts, map);
        for (var i = 0; i < map.Spreads.Count; i++)
        {
            FieldsAndFragment(conflicts, false, map, map.Spreads[i]);
            for (var j = i + 1; j < map.Spreads.Count; j++)
                Fragments(conflicts, false, map.Spreads[i], map.Spreads[j]);
        }

        foreach (var conflict in conflicts)
        {
            context.Report(
                Rule.OverlappingFieldsCanBeMerged, $"Fields named \"{conflict.Name}\" cannot be merged: {conflict.Reason}. Give one of them another alias.",
                [.. conflict.Ones.Concat(conflict.Others).Select(field => field.Start)]);
        }
    }

    private static bool HasNothingToMerge(SelectionSetNode set)
    {
        if (set.Selections.Count == 1)
            return set.Selections[0] is not InlineFragmentNode;
        for (var i = 0; i < set.Selections.Count; i++)
        {
            if (set.Selections[i] is not FieldNode)
                return false;
        }

        return !Repeats.Any(set.Selections, static selection => ((FieldNode)selection).ResponseName);
    }

    private FieldMap MapOf(SelectionSetNode set, NamedType? parent)
    {
        if (!_maps.TryGetValue((parent, set), out var map))
            _maps.Add((parent, set), map = FieldMap.Of(context.Schema, set, parent));
        return map;
    }

    private FieldMap? MapOf(string fragment) => context.Fragment(fragment)?.Node is not FragmentNode node ? null
        : MapOf(node.SelectionSet, context.Schema.Type(node.Condition.Name.Value));

    private void Within(List<FieldConflict> conflicts, FieldMap map)
    {
        foreach (var (name, fields) in map.Fields)
        {
            for (var i = 0; i < fields.Count; i++)
            {
                for (var j = i + 1; j < fields.Count; j++)
                    Fields(conflicts, false, name, fields[i], fields[j]);
            }
        }
    }

    private void Between(List<FieldConflict> conflicts, bool areExclusive, FieldMap one, FieldMap other)
    {
        foreach (var (name, fields) in one.Fields)
        {
            if (!other.Fields.TryGetValue(name, out var others))
                continue;
            foreach (var field in fields)
            {
                foreach (var candidate in others)
                    Fields(conflicts, areExclusive, name, field, candidate);
            }
        }
    }

    private void FieldsAndFragment(List<FieldConflict> conflicts, bool areExclusive, FieldMap map, string fragment)
    {
        if (map.Fields.Count == 0 || !MayGoOn() || !map.TryCompare(fragment, areExclusive) || MapOf(fragment) is not { } other || other == map)
            return;
        Between(conflicts, areExclusive, map, other);
        foreach (var spread in other.Spreads)
            FieldsAndFragment(conflicts, areExclusive, map, spread);
    }

    private void Fragments(List<FieldConflict> conflicts, bool areExclusive, string one, string other)
    {
        if (one == other || !MayGoOn() || !_compared.TryAdd(one, other, areExclusive) || MapOf(one) is not { } map || MapOf(other) is not { } otherMap)
            return;
        Between(conflicts, areExclusive, map, otherMap);
        foreach (var spread in otherMap.Spreads)
            Fragments(conflicts, areExclusive, one, spread);
        foreach (var spread in map.Spreads)
            Fragments(conflicts, areExclusive, spread, other);
    }

    private void Fields(List<FieldConflict> conflicts, bool parentsAreExclusive, string name, FieldInPlace one, FieldInPlace other)
    {
        if (!MayGoOn(one.Node.Arguments.Count))
            return;
        var areExclusive = parentsAreExclusive || (one.Parent != other.Parent && one.Parent is ObjectType && other.Parent is ObjectType);
        if (!areExclusive && one.Node.Name.Value != other.Node.Name.Value)
            conflicts.Add(new FieldConflict(name, $"\"{one.Node.Name}\" and \"{other.Node.Name}\" are different fields", [one.Node], [other.Node]));
        else if (!areExclusive && !SameArguments.Hold(one.Node, other.Node))
            conflicts.Add(new FieldConflict(name, "they have different arguments", [one.Node], [other.Node]));
        else if (one.Field is { } field && other.Field is { } otherField && HaveOtherShape(field.Type, otherField.Type))
            conflicts.Add(new FieldConflict(name, $"they are of types \"{field.Type}\" and \"{otherField.Type}\"", [one.Node], [other.Node]));
        else if (one.Node.SelectionSet is { } set && other.Node.SelectionSet is { } otherSet)
            Selections(conflicts, areExclusive, name, one, MapOf(set, one.Field?.Type.Named), other, MapOf(otherSet, other.Field?.Type.Named));
    }

    private void Selections(
        List<FieldConflict> conflicts, bool areExclusive, string name, FieldInPlace one, FieldMap map, FieldInPlace other, FieldMap otherMap)
    {
        var inside = new List<FieldConflict>();
        Between(inside, areExclusive, map, otherMap);
        foreach (var spread in otherMap.Spreads)
            FieldsAndFragment(inside, areExclusive, map, spread);
        foreach (var spread in map.Spreads)
            FieldsAndFragment(inside, areExclusive, otherMap, spread);
        foreach (var spread in map.Spreads)
        {
            foreach (var otherSpread in otherMap.Spreads)
                Fragments(inside, areExclusive, spread, otherSpread);
        }

        if (inside.Count > 0)
            conflicts.Add(FieldConflict.Around(name, one.Node, other.Node, inside));
    }

    private static bool HaveOtherShape(GraphType one, GraphType other) => (one, other) switch
    {
        (ListType a, ListType b) => HaveOtherShape(a.Item, b.Item),
        (ListType, _) or (_, ListType) => true,
        (NonNullType a, NonNullType b) => HaveOtherShape(a.Inner, b.Inner),
        (NonNullType, _) or (_, NonNullType) => true,
        _ => (one.IsLeaf || other.IsLeaf) && one != other,
    };

    private bool MayGoOn(int more = 0)
    {
        var most = context.Limits.FieldMergeComparisons;
        if (_comparisons > most)
            return false;
        _comparisons += 1L + more;
        if (_comparisons <= most && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        _comparisons = long.MaxValue;
        context.Report(Rule.Limits, $"To see whether its fields can be merged takes more than {most} comparisons. Use aliases, or fewer fragments.", 0);
        return false;
    }
}
