using System.Text;
using System.Text.Json;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>A CloudEvent 1.0 as it was delivered. What we need of it is read, the rest is left alone.</summary>
internal sealed record EventEnvelope(string Source, string Id, string Type, string Topic, OrganisationId Organisation, string? TraceParent, string Data)
{
    /// <summary>Our extension attribute: the organisation that the event belongs to.</summary>
    public const string OrganisationAttribute = "organisation";

    // Together they must fit into a database's key.
    private const int LongestText = 200;

    /// <summary>Reads an envelope, or says why it cannot be read; what could be read is there for the dead letter.</summary>
    public static EventEnvelope? Read(ReadOnlyMemory<byte> body, out UnreadableEvent? unreadable)
    {
        unreadable = null;
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement, out unreadable);
        }
        catch (JsonException e)
        {
            unreadable = new UnreadableEvent("", "", "", "", null, $"The body is not JSON: {e.Message}");
            return null;
        }
    }

    private static EventEnvelope? Read(JsonElement root, out UnreadableEvent? unreadable)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            unreadable = new UnreadableEvent("", "", "", "", null, "The body is not a JSON object.");
            return null;
        }
        string source = Text(root, "source"), id = Text(root, "id"), type = Text(root, "type"), topic = Text(root, "topic");
        OrganisationId? organisation = Guid.TryParse(Text(root, OrganisationAttribute), out var value) ? new OrganisationId(value) : null;
        var data = DataOf(root);
        var missing = source == "" ? "source" : id == "" ? "id" : type == "" ? "type"
            : organisation is null ? OrganisationAttribute : data is null ? "data (an object, or data_base64 of UTF-8 JSON)" : null;
        unreadable = missing is null ? null : new UnreadableEvent(source, id, type, topic, organisation, $"The CloudEvent has no usable {missing}.");
        var trace = Text(root, "traceparent");
        return missing is null ? new EventEnvelope(source, id, type, topic, organisation!.Value, trace == "" ? null : trace, data!) : null;
    }

    private static string? DataOf(JsonElement root)
    {
        if (root.TryGetProperty("data", out var data))
            return data.ValueKind == JsonValueKind.Object ? Readable(data.GetRawText) : null;
        return root.TryGetProperty("data_base64", out var binary) && binary.ValueKind == JsonValueKind.String && binary.TryGetBytesFromBase64(out var bytes)
            ? Encoding.UTF8.GetString(bytes)
            : null;
    }

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && Readable(value.GetString) is { Length: <= LongestText } text
            ? text.Replace("\0", "")
            : "";

    /// <summary>Null where the bytes are no UTF-8 or half of a surrogate pair stands alone, which parsing a document does not notice.</summary>
    private static string? Readable(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>What could be read of a delivery that cannot be acted on, and why not.</summary>
internal sealed record UnreadableEvent(string Source, string Id, string Type, string Topic, OrganisationId? Organisation, string Reason);
