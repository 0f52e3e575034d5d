using System.Text.Json;
using HotChocolate.TypeSystem;

namespace Training.Runtime.Tests.GraphQL.Execution;

/// <summary>Random data for the mirror schema: values of the right kind, nulls where none may be, values of the wrong kind, resolvers that throw.</summary>
internal sealed class MirrorData
{
    private const int ObjectsOfAType = 5;

    public static IReadOnlyDictionary<string, Type> RuntimeTypes { get; } = new Dictionary<string, Type>
    {
        ["Person"] = typeof(Mirror<PersonTag>),
        ["Dog"] = typeof(Mirror<DogTag>),
        ["Cat"] = typeof(Mirror<CatTag>),
        ["Stone"] = typeof(Mirror<StoneTag>),
        ["Counter"] = typeof(Mirror<CounterTag>),
    };

    private readonly Schema _schema;
    private readonly Random _random;
    private readonly Dictionary<string, MirrorObject> _objects = [];

    public MirrorData(Schema schema, Random random)
    {
        (_schema, _random) = (schema, random);
        var told = new Dictionary<string, object?>
        {
            ["query"] = Fields(schema.Query!),
            ["mutation"] = Fields(schema.Mutation!),
            ["counter"] = Fields((ObjectType)schema.Type("Counter")!),
        };
        foreach (var name in RuntimeTypes.Keys.Where(name => name != "Counter"))
        {
            for (var i = 0; i < ObjectsOfAType; i++)
                told[$"{name}{i}"] = Fields((ObjectType)schema.Type(name)!);
        }

        using var json = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(told));
        Json = json.RootElement.Clone();
        foreach (var one in Json.EnumerateObject())
        {
            var type = RuntimeTypes.GetValueOrDefault(one.Value.GetProperty("__typename").GetString()!, typeof(MirrorObject));
            _objects[one.Name] = (MirrorObject)Activator.CreateInstance(type, this, one.Value)!;
        }
    }

    public JsonElement Json { get; }

    public MirrorObject Object(string name) => _objects[name];

    public object? Value(JsonElement told) => told.ValueKind switch
    {
        JsonValueKind.Array => told.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.Object when told.TryGetProperty("$error", out var message) => throw new MirrorError(message.GetString()!),
        JsonValueKind.Object => _objects[told.GetProperty("$ref").GetString()!],
        JsonValueKind.String => told.GetString(),
        JsonValueKind.Number => told.TryGetInt32(out var whole) ? whole : (object)told.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private Dictionary<string, object?> Fields(ObjectType type)
    {
        var fields = new Dictionary<string, object?> { ["__typename"] = type.Name };
        foreach (var field in type.Fields.Where(field => field.Arguments.Count == 0))
            fields[field.Name] = Happens(0.05) ? new Dictionary<string, object> { ["$error"] = $"{type.Name}.{field.Name} failed" } : Value(field.Type);
        return fields;
    }

    private object? Value(GraphType type)
    {
        if (Happens(type.IsNonNull ? 0.05 : 0.15))
            return null;
        return type.Nullable switch
        {
            ListType when Happens(0.03) => "no list",
            ListType list => Enumerable.Range(0, _random.Next(4)).Select(_ => Value(list.Item)).ToArray(),
            EnumType options => Happens(0.04) ? "NO_SUCH" : options.Values[_random.Next(options.Values.Count)].Name,
            ScalarType scalar => Leaf(scalar.Name, Happens(0.04)),
            var composite => Reference(composite.Named),
        };
    }

    private object Leaf(string scalar, bool isWrong) => scalar switch
    {
        "Int" => isWrong ? "no number" : _random.Next(-1000, 1000),
        "Float" => isWrong ? "no number" : _random.Next(1000) / 8.0,
        "Boolean" => isWrong ? "no boolean" : Happens(0.5),
        _ => isWrong ? new[] { 1 } : $"text \"{_random.Next(1000)}\"\n é ✓",
    };

    private Dictionary<string, object> Reference(NamedType type)
    {
        var names = Happens(0.03) && type.IsComposite && type is not ObjectType ? ["Stone"] : _schema.Possible(type).Select(one => one.Name).ToArray();
        var name = names[_random.Next(names.Length)];
        return new Dictionary<string, object> { ["$ref"] = name == "Counter" ? "counter" : $"{name}{_random.Next(ObjectsOfAType)}" };
    }

    private bool Happens(double probability) => _random.NextDouble() < probability;
}
