using System.Globalization;
using System.Text.Json;
using HotChocolate.Execution;
using HotChocolate.Language;

namespace HotChocolate.TypeSystem.Sdl;

/// <summary>A scalar that takes any value: texts, numbers, lists and dictionaries of them.</summary>
internal sealed class AnyForm : IScalarForm
{
    public static AnyForm Instance { get; } = new();

    public object? FromLiteral(ValueNode literal) => literal switch
    {
        StringNode one => one.Value,
        EnumNode one => one.Value,
        BooleanNode one => one.Value,
        IntNode one when long.TryParse(one.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        IntNode one => double.Parse(one.Value, NumberStyles.Float, CultureInfo.InvariantCulture),
        FloatNode one => double.Parse(one.Value, NumberStyles.Float, CultureInfo.InvariantCulture),
        ListNode one => one.Items.Select(FromLiteral).ToList(),
        ObjectNode one => one.Fields.GroupBy(field => field.Name.Value).ToDictionary(group => group.Key, group => FromLiteral(group.Last().Value)),
        _ => null,
    };

    public object? FromJson(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(FromJson).ToList(),
        JsonValueKind.Object => value.EnumerateObject().GroupBy(field => field.Name).ToDictionary(group => group.Key, group => FromJson(group.Last().Value)),
        _ => null,
    };

    public void Write(JsonBuffer json, object value) => json.Raw(JsonSerializer.SerializeToUtf8Bytes(value));
}
