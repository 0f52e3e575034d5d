using System.Globalization;
using System.Text.Json;

namespace Dapr.Client;

/// <summary>The body of a bulk publish request and of its answer.</summary>
internal static class BulkBody
{
    public static async Task WriteAsync<TValue>(
        JsonStream stream, IReadOnlyList<TValue> events, Dictionary<string, string>? metadata, JsonSerializerOptions options)
    {
        var json = stream.Json;
        json.WriteStartArray();
        for (var i = 0; i < events.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("entryId", EntryId(i));
            json.WriteString("contentType", ContentType(events[i]));
            json.WritePropertyName("event");
            JsonSerializer.Serialize(json, events[i], options);
            if (metadata is { Count: > 0 })
            {
                // The sidecar applies the request's metadata only to entries that carry some of their own.
                json.WriteStartObject("metadata");
                json.WriteEndObject();
            }

            json.WriteEndObject();
            if (stream.IsFull)
                await stream.FlushAsync().ConfigureAwait(false);
        }

        json.WriteEndArray();
        await stream.FlushAsync().ConfigureAwait(false);
    }

    /// <summary>The failed entries that an answer names, or null when it names none because the request as a whole was refused.</summary>
    public static List<BulkPublishResponseFailedEntry<TValue>>? FailedEntries<TValue>(
        ReadOnlyMemory<byte> answer, IReadOnlyList<TValue> events, Dictionary<string, string>? metadata)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("failedEntries", out var entries)
                || entries.ValueKind != JsonValueKind.Array)
                return null;
            var failed = new List<BulkPublishResponseFailedEntry<TValue>>(entries.GetArrayLength());
            foreach (var entry in entries.EnumerateArray())
            {
                var index = int.Parse(entry.GetProperty("entryId").GetString()!, CultureInfo.InvariantCulture);
                var value = events[index];
                failed.Add(new BulkPublishResponseFailedEntry<TValue>(
                    new BulkPublishEntry<TValue>(EntryId(index), value, ContentType(value), metadata),
                    entry.TryGetProperty("error", out var error) ? error.GetString() ?? "" : ""));
            }

            return failed.Count == 0 ? null : failed;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or FormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string EntryId(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static string ContentType<TValue>(TValue value) =>
        value is CloudEvent ? Constants.ContentTypeCloudEvent : Constants.ContentTypeApplicationJson;
}
