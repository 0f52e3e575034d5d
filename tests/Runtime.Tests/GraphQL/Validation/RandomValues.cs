using HotChocolate.TypeSystem;

namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>Values for the places of a document, and the variables that they use.</summary>
internal sealed class RandomValues(Chance chance)
{
    private const int DeepestObject = 3;

    /// <summary>What is expected where each variable is used.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public string Next(GraphType type, bool mayVary = true, int depth = 0)
    {
        if (chance.Mistake)
            return chance.Of(Strange.Values);
        if (mayVary && chance.Rarely)
            return Variable(type);
        if (type is NonNullType nonNull)
            return Given(nonNull.Inner, mayVary, depth);
        return chance.Rarely ? "null" : Given(type, mayVary, depth);
    }

    /// <summary>A name for the variable, fit for the type: the same one is used again where the type is the same.</summary>
    private string Variable(GraphType type)
    {
        var wanted = type.ToString()!;
        foreach (var (known, expected) in Variables)
        {
            if (expected == wanted && chance.Half)
                return $"${known}";
        }

        var name = $"v{Variables.Count}x{chance.Below(1000)}";
        Variables[name] = chance.Mistake ? chance.Of(Strange.Types) : wanted;
        return $"${name}";
    }

    private string Given(GraphType type, bool mayVary, int depth) => type switch
    {
        ListType list when chance.Rarely => Next(list.Item, mayVary, depth),
        ListType list => $"[{string.Join(chance.Half ? ", " : " ", Enumerable.Range(0, chance.Below(3)).Select(_ => Next(list.Item, mayVary, depth + 1)))}]",
        EnumType one => chance.Of(one.Values).Name,
        InputType one => Object(one, mayVary, depth),
        _ => Scalar(type.Named.Name),
    };

    private string Object(InputType type, bool mayVary, int depth)
    {
        var fields = type.IsOneOf
            ? [chance.Of(depth < DeepestObject ? type.Fields : type.Fields.Where(field => field.Type.IsLeaf).ToList())]
            : type.Fields.Where(field => field.IsRequired ? !chance.Mistake : depth < DeepestObject && chance.Sometimes).ToList();
        if (chance.Mistake)
            fields = [.. fields, chance.Of(type.Fields)];
        var written = fields.Select(field => $"{(chance.Mistake ? chance.Of(Strange.Names) : field.Name)}: {Next(OneOf(type, field.Type), mayVary, depth + 1)}");
        return $"{{{string.Join(", ", written)}}}";
    }

    private GraphType OneOf(InputType owner, GraphType type) => owner.IsOneOf && !chance.Mistake ? new NonNullType(type) : type;

    private string Scalar(string name) => name switch
    {
        "Int" => chance.Of(["0", "1", "-7", "2147483647"]),
        "Float" => chance.Of(["0.5", "-1e3", "3", "1.5E-2"]),
        "Boolean" => chance.Of(["true", "false"]),
        "ID" => chance.Of(["\"a\"", "17"]),
        "String" => chance.Of(["\"\"", "\"text\"", "\"\\\"\\n\\u{1F600}\"", "\"\"\"\n    block\n      string\n  \"\"\""]),
        _ => chance.Of(["\"2026-01-01\"", "5", "{any: [1, \"x\", {thing: null}]}", "WORD", "[]"]),
    };
}
