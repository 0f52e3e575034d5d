using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Training.Runtime.LocalSidecar.Events;

namespace Training.Runtime.LocalSidecar.Api;

/// <summary>One entry of a bulk publish request; its event lies in the request's body.</summary>
internal readonly record struct BulkEntry(
    string Id, string ContentType, Range Event, JsonTokenType EventKind, IReadOnlyDictionary<string, string>? Metadata);

/// <summary>Reads the body of a bulk publish request. Names are taken in any case, as Go does.</summary>
internal static class BulkEntries
{
    /// <exception cref="JsonException">The body is not a list of entries.</exception>
    /// <exception cref="FormatException">An entry lacks its id, or has that of another.</exception>
    public static List<BulkEntry> Parse(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
            throw new JsonException("the body is not UTF-8");
        try
        {
            var entries = ParseEntries(body);
            RequireIds(entries);
            return entries;
        }
        catch (InvalidOperationException halfPair)
        {
            throw new JsonException("a text holds half of a surrogate pair", halfPair);
        }
    }

    private static List<BulkEntry> ParseEntries(ReadOnlySpan<byte> body)
    {
        var entries = new List<BulkEntry>();
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 10_000 });
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartArray, "a list of entries");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(reader.TokenType == JsonTokenType.StartObject, "an entry");
            entries.Add(ParseEntry(ref reader));
        }

        reader.Read();
        return entries;
    }

    private static void RequireIds(List<BulkEntry> entries)
    {
        var ids = new HashSet<string>(entries.Count);
        foreach (var entry in entries)
        {
            if (entry.Id.Length == 0 || !ids.Add(entry.Id))
                throw new FormatException($"entryId is duplicated or not present for entry: {entry.Id}");
        }
    }

    /// <summary>The bytes that an entry publishes.</summary>
    /// <exception cref="FormatException">The event does not fit its content type.</exception>
    public static ReadOnlySpan<byte> Data(BulkEntry entry, ReadOnlySpan<byte> body)
    {
        var json = body[entry.Event];
        var type = entry.ContentType;
        if (ContentTypes.IsJson(type) || ContentTypes.IsCloudEvent(type))
            return json.IsEmpty ? "null"u8 : json;
        if (!ContentTypes.IsText(type) && !ContentTypes.IsBinary(type))
            throw new FormatException($"unsupported content type '{type}' of entry {entry.Id}: use JSON, text or application/octet-stream");
        if (entry.EventKind != JsonTokenType.String)
            throw new FormatException($"mismatch between contentType and event of entry {entry.Id}: {type} needs a string");
        var text = Text(entry, json);
        return ContentTypes.IsText(type) ? Encoding.UTF8.GetBytes(text) : Convert.FromBase64String(text);
    }

    private static BulkEntry ParseEntry(ref Utf8JsonReader reader)
    {
        var entry = new BulkEntry("", "", default, JsonTokenType.None, null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Name(ref reader);
            reader.Read();
            switch (name)
            {
                case "entryid":
                    entry = entry with { Id = StringOrNull(ref reader) };
                    break;
                case "contenttype":
                    entry = entry with { ContentType = StringOrNull(ref reader) };
                    break;
                case "metadata":
                    entry = entry with { Metadata = StringMap(ref reader) };
                    break;
                case "event":
                    var (kind, start) = (reader.TokenType, (int)reader.TokenStartIndex);
                    reader.Skip();
                    entry = entry with { EventKind = kind, Event = start..(int)reader.BytesConsumed };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return entry;
    }

    /// <summary>The usual spellings cost no string.</summary>
    private static string Name(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("entryId"u8) ? "entryid"
        : reader.ValueTextEquals("contentType"u8) ? "contenttype"
        : reader.ValueTextEquals("event"u8) ? "event"
        : reader.ValueTextEquals("metadata"u8) ? "metadata"
        : reader.GetString()!.ToLowerInvariant();

    private static string StringOrNull(ref Utf8JsonReader reader)
    {
        Expect(reader.TokenType is JsonTokenType.String or JsonTokenType.Null, "a string");
        return reader.TokenType == JsonTokenType.Null ? "" : reader.GetString()!;
    }

    private static Dictionary<string, string>? StringMap(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        Expect(reader.TokenType == JsonTokenType.StartObject, "metadata of strings");
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            map[name] = StringOrNull(ref reader);
        }

        return map;
    }

    private static string Text(BulkEntry entry, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException halfPair)
        {
            throw new FormatException($"the event of entry {entry.Id} holds half of a surrogate pair", halfPair);
        }
    }

    private static void Expect(bool asExpected, string what)
    {
        if (!asExpected)
            throw new JsonException($"expected {what}");
    }
}
