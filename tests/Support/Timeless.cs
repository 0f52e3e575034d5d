using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Training.Tests.Support;

/// <summary>An answer in which what differs from one playing of the story to the next is only said to be there.</summary>
public static partial class Timeless
{
    private static readonly string[] Cursors = ["changedUntil", "endCursor", "startCursor", "cursor"];

    /// <param name="node">The answer.</param>
    /// <param name="varies">Fields in which chance decides.</param>
    /// <param name="name">The field whose value it is.</param>
    public static JsonNode? Of(JsonNode? node, IReadOnlyList<string> varies, string name = "") => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Of(field.Value, varies, field.Key)))),
        JsonArray items => new JsonArray([.. items.Select(item => Of(item, varies, name))]),
        JsonValue when varies.Contains(name) => "<varies>",
        JsonValue value when value.TryGetValue<string>(out var text) => Cursors.Contains(name) ? "<cursor>" : Of(text),
        _ => node?.DeepClone(),
    };

    private static string Of(string text)
    {
        if (GlobalId(text) is { } type)
            return $"<id of a {type}>";
        return Date().Replace(Instant().Replace(Hash().Replace(Uuid().Replace(text, "<uuid>"), "<hash>"), "<instant>"), "<date>");
    }

    private static string? GlobalId(string text)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (text.Length > 200 || !Convert.TryFromBase64String(text, bytes, out var length))
            return null;
        var decoded = Encoding.UTF8.GetString(bytes[..length]);
        return decoded.Split(':') is [var type, var id] && Uuid().IsMatch(id) ? type : null;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)")]
    private static partial Regex Instant();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Date();
}
