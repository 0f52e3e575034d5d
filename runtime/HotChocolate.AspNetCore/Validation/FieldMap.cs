using HotChocolate.Language;
using HotChocolate.TypeSystem;

namespace HotChocolate.Validation;

/// <summary>A field as it stands in a selection set.</summary>
/// <param name="Parent">The type on which it is selected; null where it is not known.</param>
/// <param name="Node">How it is written.</param>
/// <param name="Field">What it is; null where it is not known.</param>
internal readonly record struct FieldInPlace(NamedType? Parent, FieldNode Node, Field? Field);

/// <summary>The fields of a selection set by response name, those of inline fragments included, and the names of the fragments that it spreads.</summary>
internal sealed class FieldMap
{
    private readonly List<string> _spreads = [];
    private Dictionary<string, bool>? _compared;

    public Dictionary<string, List<FieldInPlace>> Fields { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Spreads => _spreads;

    public static FieldMap Of(Schema schema, SelectionSetNode set, NamedType? parent)
    {
        var map = new FieldMap();
        map.Collect(schema, set, parent);
        return map;
    }

    /// <summary>Notes that these fields are compared with a fragment's; false where it, or a comparison that covers it, was made already.</summary>
    /// <param name="fragment">The fragment's name.</param>
    /// <param name="areExclusive">Whether the two can never be of one object: a comparison where they can covers one where they cannot.</param>
    public bool TryCompare(string fragment, bool areExclusive)
    {
        _compared ??= new(StringComparer.Ordinal);
        if (_compared.TryGetValue(fragment, out var wereExclusive) && (areExclusive || !wereExclusive))
            return false;
        _compared[fragment] = areExclusive;
        return true;
    }

    private void Collect(Schema schema, SelectionSetNode set, NamedType? parent)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!Fields.TryGetValue(field.ResponseName, out var same))
                        Fields.Add(field.ResponseName, same = []);
                    same.Add(new FieldInPlace(parent, field, (parent as FieldsType)?.Find(field.Name.Value)));
                    break;
                case FragmentSpreadNode spread:
                    if (!_spreads.Contains(spread.Name.Value))
                        _spreads.Add(spread.Name.Value);
                    break;
                case InlineFragmentNode fragment:
                    Collect(schema, fragment.SelectionSet, fragment.Condition is { } condition ? schema.Type(condition.Name.Value) : parent);
                    break;
            }
        }
    }
}
