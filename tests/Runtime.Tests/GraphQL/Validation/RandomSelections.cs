using System.Text;
using HotChocolate.TypeSystem;

namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>Selections on the types of a schema.</summary>
internal sealed class RandomSelections(Schema schema, Chance chance, RandomValues values, Func<NamedType, string?> fragmentFor)
{
    private const int Deepest = 4;

    private readonly StringBuilder _text = new();

    public string Write(NamedType type, bool mayHaveConditions = true)
    {
        Set(type, 0, mayHaveConditions);
        return _text.ToString();
    }

    private void Set(NamedType type, int depth, bool mayHaveConditions = true)
    {
        _text.Append(" {");
        for (var left = 1 + chance.Below(4); left > 0; left--)
        {
            Space();
            if (depth < Deepest && chance.Rarely)
                InlineFragment(type, depth, mayHaveConditions);
            else if (chance.Rarely && fragmentFor(type) is { } fragment)
                Spread(fragment, mayHaveConditions);
            else
                Field(type, depth, mayHaveConditions);
        }

        Space();
        _text.Append('}');
    }

    private void Space() => _text.Append(chance.Half ? "\n  " : " ");

    private void Field(NamedType type, int depth, bool mayHaveConditions)
    {
        var fields = (type as FieldsType)?.Fields.Where(field => depth < Deepest || field.Type.IsLeaf).ToList() ?? [];
        var field = fields.Count == 0 || chance.Rarely ? schema.Field(type, "__typename")! : chance.Of(fields);
        if (chance.Mistake || (chance.Rarely && chance.Rarely))
            _text.Append(chance.Of(["a", "b", "id", "name"])).Append(": ");
        else if (chance.Sometimes || field.Arguments.Count > 0)
            _text.Append('k').Append(chance.Below(10_000)).Append(": ");
        _text.Append(chance.Mistake ? chance.Of(Strange.Names) : field.Name);
        Arguments(field.Arguments);
        Directives("FIELD", mayHaveConditions);
        if (field.Type.IsLeaf)
            _text.Append(chance.Mistake ? " { id }" : "");
        else if (!chance.Mistake)
            Set(field.Type.Named, depth + 1);
    }

    private void Arguments(IReadOnlyList<InputValue> arguments)
    {
        var given = arguments.Where(argument => argument.IsRequired ? !chance.Mistake : chance.Half)
            .Select(argument => $"{(chance.Mistake ? chance.Of(Strange.Names) : argument.Name)}: {values.Next(argument.Type)}").ToList();
        if (chance.Mistake)
            given.Add($"{chance.Of(Strange.Names)}: {chance.Of(Strange.Values)}");
        if (chance.Mistake && given.Count > 0)
            given.Add(given[0]);
        if (given.Count > 0)
            _text.Append('(').AppendJoin(chance.Half ? ", " : "\n    ", given).Append(')');
    }

    private void InlineFragment(NamedType type, int depth, bool mayHaveConditions)
    {
        var inner = chance.Half ? type : chance.Of(schema.Possible(type).ToList());
        _text.Append("...");
        if (chance.Mistake)
            _text.Append(" on ").Append(chance.Of(Strange.Conditions));
        else if (inner != type || chance.Half)
            _text.Append(" on ").Append(inner.Name);
        Directives("INLINE_FRAGMENT", mayHaveConditions);
        Set(inner, depth + 1, mayHaveConditions);
    }

    private void Spread(string fragment, bool mayHaveConditions)
    {
        _text.Append(chance.Half ? "..." : "... ").Append(fragment);
        Directives("FRAGMENT_SPREAD", mayHaveConditions);
    }

    private void Directives(string location, bool mayHaveConditions) => _text.Append(RandomDirectives.Next(schema, chance, values, location, mayHaveConditions));
}
