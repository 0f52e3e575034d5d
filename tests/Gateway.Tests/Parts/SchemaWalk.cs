using System.Text;
using System.Text.Json;

namespace Training.Gateway.Tests;

/// <summary>A field as introspection tells it.</summary>
/// <param name="Parent">The type that has it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">The named type in all lists and non-nulls.</param>
/// <param name="Kind">That type's kind.</param>
/// <param name="IsList">Whether there is a list around it.</param>
/// <param name="Arguments">Name and type of each argument; the type of one that must be given ends with an exclamation mark.</param>
/// <param name="Description">What it says of itself.</param>
internal sealed record SchemaField(string Parent, string Name, string Type, string Kind, bool IsList, IReadOnlyDictionary<string, string> Arguments, string? Description)
{
    public bool IsConnection => Type.EndsWith("Connection", StringComparison.Ordinal);

    public bool HasRequiredArguments => Arguments.Values.Any(type => type.EndsWith('!'));

    public bool IsLeaf => Kind is "SCALAR" or "ENUM";

    public override string ToString() => $"{Parent}.{Name}";
}

/// <summary>The schema as the running gateway introspects it, and documents that ask for any of its fields.</summary>
internal sealed class SchemaWalk
{
    private const string Introspection = """
        { __schema { types { name kind description
            fields(includeDeprecated: true) { name description args { name defaultValue type { ...T } } type { ...T } }
            inputFields { name description defaultValue type { ...T } } enumValues { name description } possibleTypes { name } } } }
        fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    private readonly Dictionary<string, JsonElement> _types;
    private readonly Dictionary<string, SchemaField[]> _fields;

    private SchemaWalk(JsonElement schema)
    {
        _types = schema.GetProperty("types").EnumerateArray().ToDictionary(type => type.GetProperty("name").GetString()!);
        _fields = _types.Where(type => type.Value.GetProperty("fields").ValueKind == JsonValueKind.Array)
            .ToDictionary(type => type.Key, type => type.Value.GetProperty("fields").EnumerateArray().Select(field => Field(type.Key, field)).ToArray());
    }

    public IEnumerable<SchemaField> Fields => _fields.Where(type => !type.Key.StartsWith("__", StringComparison.Ordinal)).SelectMany(type => type.Value);

    public static async Task<SchemaWalk> ReadAsync(GatewayUnderTest gateway) => new((await gateway.AskAsync(Introspection)).Succeeded().GetProperty("__schema"));

    public IReadOnlyList<SchemaField> Of(string type) => _fields.GetValueOrDefault(type) ?? [];

    /// <summary>Everything that has no description: types, fields, input fields, enum values.</summary>
    public IEnumerable<string> Undescribed()
    {
        foreach (var (name, type) in _types.Where(type => !type.Key.StartsWith("__", StringComparison.Ordinal)))
        {
            if (IsBlank(type))
                yield return name;
            foreach (var part in (string[])["fields", "inputFields", "enumValues"])
                if (type.GetProperty(part) is { ValueKind: JsonValueKind.Array } parts)
                    foreach (var one in parts.EnumerateArray().Where(IsBlank))
                        yield return $"{name}.{one.GetProperty("name").GetString()}";
        }
    }

    /// <summary>What to select of a field so that it is valid: nothing of a leaf, else what every composite has.</summary>
    public string Selection(SchemaField field) => field.IsLeaf ? "" : field.IsConnection ? " { nodes { __typename } }" : " { __typename }";

    /// <summary>
    /// A way from the root to every object type, through fields without required arguments; its first list or connection takes <c>$n</c> entries, later ones one.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SchemaField>> WaysToObjects()
    {
        var ways = new Dictionary<string, IReadOnlyList<SchemaField>> { ["Query"] = [] };
        var open = new Queue<string>(["Query"]);
        while (open.TryDequeue(out var type))
        {
            foreach (var field in Of(type).Where(field => field is { IsLeaf: false, HasRequiredArguments: false }))
                foreach (var target in Targets(field.IsConnection ? Of(field.Type).First(inner => inner.Name == "nodes").Type : field.Type))
                    if (ways.TryAdd(target, [.. ways[type], field]))
                        open.Enqueue(target);
        }

        return ways;
    }

    /// <summary>A document that calls a root field with made-up arguments, those that must be given.</summary>
    public string Call(string root, SchemaField field)
    {
        var arguments = field.Arguments.Where(argument => argument.Value.EndsWith('!')).Select(argument => $"{argument.Key}: {Literal(argument.Key, argument.Value[..^1], field)}");
        return $"{root} {{ {field.Name}({string.Join(", ", arguments)}){Selection(field)} }}";
    }

    private string Literal(string name, string type, SchemaField of) => type switch
    {
        "ID" => $"\"{Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TypeNamed(name, of)}:0197b2b4-0000-7000-8000-000000000001"))}\"",
        "String" => name.EndsWith("Hash", StringComparison.Ordinal) ? $"\"{new string('a', 64)}\"" : "\"x\"",
        "Int" or "Long" => "1",
        "Boolean" => "true",
        "LocalDate" => "\"2026-03-01\"",
        "DateTime" => "\"2026-03-01T12:00:00Z\"",
        _ when _types[type].GetProperty("enumValues") is { ValueKind: JsonValueKind.Array } values => values[0].GetProperty("name").GetString()!,
        _ => $"{{ {string.Join(", ", _types[type].GetProperty("inputFields").EnumerateArray().Where(IsRequired).Select(input => $"{Name(input)}: {InputLiteral(input, of)}"))} }}",
    };

    private string InputLiteral(JsonElement input, SchemaField of)
    {
        var (type, _, isList) = Named(input.GetProperty("type"));
        return isList ? "[]" : Literal(Name(input), type, of);
    }

    // An argument tells by its name whose id it is; plain "id" is the answer's own.
    private static string TypeNamed(string name, SchemaField of) => (name == "id" ? of.Type : char.ToUpperInvariant(name[0]) + name[1..^2]).Replace("CurriculumVersion", "Curriculum", StringComparison.Ordinal);

    private static bool IsRequired(JsonElement input) =>
        input.GetProperty("type").GetProperty("kind").GetString() == "NON_NULL" && input.GetProperty("defaultValue").ValueKind == JsonValueKind.Null;

    private static string Name(JsonElement element) => element.GetProperty("name").GetString()!;

    private IEnumerable<string> Targets(string type) => _types[type].GetProperty("kind").GetString() switch
    {
        "OBJECT" => [type],
        "UNION" or "INTERFACE" => _types[type].GetProperty("possibleTypes").EnumerateArray().Select(one => one.GetProperty("name").GetString()!),
        _ => [],
    };

    /// <summary>A document that goes this way and asks for this field there.</summary>
    public string Ask(IReadOnlyList<SchemaField> way, SchemaField asked, string arguments, int entries)
    {
        var (open, close, counted) = ("", "", false);
        foreach (var step in way)
        {
            var many = step.IsConnection || step.Arguments.ContainsKey("first");
            var first = many ? $"(first: {(counted ? 1 : entries)})" : "";
            counted |= many;
            open += $"{{ {step.Name}{first} ";
            close = " }" + close;
            if (step.IsConnection)
                (open, close) = (open + "{ nodes ", " }" + close);
        }

        var target = asked.Parent;
        var fragment = way.Count > 0 && (way[^1].IsConnection ? Of(way[^1].Type).First(inner => inner.Name == "nodes").Type : way[^1].Type) != target;
        var body = $"{asked.Name}{arguments}{Selection(asked)}";
        return $"{open}{{ {(fragment ? $"... on {target} {{ {body} }}" : body)} }}{close}";
    }

    private static bool IsBlank(JsonElement element) => string.IsNullOrWhiteSpace(element.GetProperty("description").GetString());

    private static SchemaField Field(string parent, JsonElement field)
    {
        var (name, kind, isList) = Named(field.GetProperty("type"));
        var arguments = field.GetProperty("args").EnumerateArray().ToDictionary(
            argument => argument.GetProperty("name").GetString()!,
            argument => Named(argument.GetProperty("type")).Name + (argument.GetProperty("type").GetProperty("kind").GetString() == "NON_NULL"
                && argument.GetProperty("defaultValue").ValueKind == JsonValueKind.Null ? "!" : ""));
        return new SchemaField(parent, field.GetProperty("name").GetString()!, name, kind, isList, arguments, field.GetProperty("description").GetString());
    }

    private static (string Name, string Kind, bool IsList) Named(JsonElement type)
    {
        var isList = false;
        while (type.GetProperty("name").ValueKind == JsonValueKind.Null)
        {
            isList |= type.GetProperty("kind").GetString() == "LIST";
            type = type.GetProperty("ofType");
        }

        return (type.GetProperty("name").GetString()!, type.GetProperty("kind").GetString()!, isList);
    }
}
