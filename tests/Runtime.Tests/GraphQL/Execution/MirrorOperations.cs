using System.Globalization;
using System.Text;
using HotChocolate.TypeSystem;

namespace Training.Runtime.Tests.GraphQL.Execution;

/// <param name="Query">The document.</param>
/// <param name="Variables">The variables' JSON.</param>
internal sealed record MirrorOperation(string Query, string Variables);

/// <summary>Makes random valid operations on the mirror schema.</summary>
internal sealed class MirrorOperations(Schema schema, Random random)
{
    private const int Deepest = 4;

    // Each variable's type, and the JSON that may come for it; null is "not given".
    private static readonly Dictionary<string, (string Type, string?[] Values)> Known = new()
    {
        ["yes"] = ("Boolean!", ["true", "false"]),
        ["flag"] = ("Boolean = true", ["true", "false", null]),
        ["maybe"] = ("Boolean = true", ["true", "false", "null", null]),
        ["text"] = ("String", ["\"t\"", "null", null, "\"u\"", "5"]),
        ["num"] = ("Int", ["1", "null", null, "3.0", "\"x\""]),
        ["pick"] = ("Choice", ["\"FIRST\"", "null", null, "\"FOURTH\""]),
        ["ids"] = ("[ID!]", ["[\"a\",5]", "\"b\"", "null", null, "[null]"]),
        ["filter"] = ("Filter", ["{\"text\":\"f\"}", "{\"inner\":{\"number\":4,\"list\":\"FIRST\"}}", "{\"number\":null}", "{\"no\":1}", "null", null]),
        ["one"] = ("One", ["{\"text\":\"o\"}", "{\"number\":2}", "{\"text\":null}", "{\"text\":\"a\",\"number\":1}", "null", null]),
    };

    private readonly HashSet<string> _used = [];
    private readonly StringBuilder _fragments = new();
    private int _names;

    public MirrorOperation Next()
    {
        _used.Clear();
        _fragments.Clear();
        _names = 0;
        var isMutation = random.Next(8) == 0;
        var selection = isMutation ? Steps() : Selection(schema.Query!, 0);
        var variables = _used.Order(StringComparer.Ordinal).ToList();
        var declared = variables.Count == 0 ? "" : $"({string.Join(", ", variables.Select(name => $"${name}: {Known[name].Type}"))})";
        var given = variables.Select(name => (Name: name, Value: Of(Known[name].Values))).Where(one => one.Value is not null);
        return new MirrorOperation(
            $"{(isMutation ? "mutation" : "query")} Q{declared} {selection}\n{_fragments}",
            $"{{{string.Join(',', given.Select(one => $"\"{one.Name}\":{one.Value}"))}}}");
    }

    private string Steps()
    {
        var text = new StringBuilder("{ ");
        for (var i = random.Next(1, 5); i > 0; i--)
            text.Append(CultureInfo.InvariantCulture, $"s{i}: {Of(["step", "mustStep"])}(by: {random.Next(-1, 4)}){Directives()} {Selection((NamedType)schema.Type("Counter")!, 2)} ");
        return text.Append(Half ? "number }" : "}").ToString();
    }

    private string Selection(NamedType type, int depth)
    {
        var parts = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Part(type, depth)).ToList();
        return $"{{ {string.Join(' ', parts)} }}";
    }

    private string Part(NamedType type, int depth)
    {
        var fields = type as FieldsType;
        var choice = random.Next(10);
        if (choice == 0 || (depth >= Deepest && (fields is null || choice < 3)))
            return "__typename";
        if (choice == 1 || fields is null)
            return $"... on {Overlapping(type)}".Replace($"... on {type.Name}", Half ? "..." : $"... on {type.Name}", StringComparison.Ordinal)
                + $"{Directives()} {Selection(_last!, depth + 1)}";
        if (choice == 2)
            return Spread(type, depth);
        var field = fields.Fields[random.Next(fields.Fields.Count)];
        if (field.Name == "echo")
            return $"e{_names++}: echo({Arguments()}){Directives()}";
        if (!field.Type.Named.IsComposite)
            return (Half ? field.Name : $"a_{field.Name}: {field.Name}") + Directives();
        return depth >= Deepest ? "__typename" : $"{(Half ? field.Name : $"a_{field.Name}: {field.Name}")}{Directives()} {Selection(field.Type.Named, depth + 1)}";
    }

    private NamedType? _last;

    private string Overlapping(NamedType type)
    {
        var candidates = schema.Types.Where(one => one.IsComposite && !one.Name.StartsWith("__", StringComparison.Ordinal) && schema.Possible(one).Overlaps(schema.Possible(type))).ToList();
        _last = candidates[random.Next(candidates.Count)];
        return _last.Name;
    }

    private string Spread(NamedType type, int depth)
    {
        Overlapping(type);
        var (on, name) = (_last!, $"F{_names++}");
        var selection = Selection(on, depth + 1);
        _fragments.Append(CultureInfo.InvariantCulture, $"fragment {name} on {on.Name} {selection}\n");
        return $"...{name}{Directives()}" + (random.Next(4) == 0 ? $" ...{name}" : "");
    }

    private string Directives() => random.Next(10) switch
    {
        0 => $" @include(if: {Condition()})",
        1 => $" @skip(if: {Condition()})",
        _ => "",
    };

    private string Condition() => Of(["true", "false", Use("yes", "$yes"), Use("flag", "$flag")])!;

    private string Arguments()
    {
        var text = new StringBuilder($"on: {Of(["true", "false", Use("yes", "$yes"), Use("maybe", "$maybe")])}");
        Maybe("text", "\"lit\"", "null", "\"\"\"block\"\"\"", Use("text", "$text"));
        Maybe("number", "5", "null", Use("num", "$num"));
        Maybe("ids", "[\"a\", 5]", "\"single\"", "[]", "null", Use("ids", "$ids"));
        Maybe("pick", "FIRST", "null", Use("pick", "$pick"));
        Maybe("filter", "{}", "{text: null, list: FIRST}", "{inner: {inner: {flag: true}}}", Use("text", "{text: $text}"), Use("num", "{number: $num}"), Use("filter", "$filter"));
        Maybe("any", "[[1, 2], null, [null]]", "[1, 2]", "5", Use("num", "[[$num]]"));
        Maybe("one", "{text: \"x\"}", "{filter: {number: 1}}", Use("one", "$one"));
        return text.ToString();

        void Maybe(string name, params string[] values)
        {
            if (Half)
                text.Append(", ").Append(name).Append(": ").Append(Of(values));
        }
    }

    // Chosen or not, it is declared only when the text names it: see Next.
    private static string Use(string variable, string text) => $"\u0001{variable}\u0002{text}";

    private string? Of(string?[] values)
    {
        var chosen = values[random.Next(values.Length)];
        if (chosen is not ['\u0001', ..])
            return chosen;
        var end = chosen.IndexOf('\u0002', StringComparison.Ordinal);
        _used.Add(chosen[1..end]);
        return chosen[(end + 1)..];
    }

    private bool Half => random.Next(2) == 0;
}
