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

    public Dictionary<string, List<FieldInPlace>> Fields { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Spreads => _spreads;

    public static FieldMap Of(Schema schema, SelectionSetNode set, NamedType? parent)
    {
        var map = new FieldMap();
        map.Collect(schema, set, parent);
        return map;
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
