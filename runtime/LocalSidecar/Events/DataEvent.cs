using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Training.Runtime.LocalSidecar.Events;

/// <summary>Data that the sidecar wraps into an envelope.</summary>
internal static class DataEvent
{
    public const string DefaultType = "com.dapr.event.sent";
    public const string SpecVersion = "1.0";
    private const string Override = "cloudevent.";

    public static TopicEvent Create(
        ReadOnlySpan<byte> data, string contentType, Publication publication, IReadOnlyDictionary<string, string> metadata)
    {
        var now = publication.Clock.GetUtcNow();
        var traceParent = Overridden(metadata, "traceparent") ?? Overridden(metadata, "traceid") ?? publication.TraceParent;
        var traceState = Overridden(metadata, "tracestate") ?? publication.TraceState;
        var expires = now + PublishMetadata.TimeToLive(metadata);

        var envelope = EnvelopeWriter.Start();
        var writer = envelope.Json;
        writer.WriteStartObject();
        writer.WriteString("id"u8, Overridden(metadata, "id") ?? Guid.CreateVersion7(now).ToString());
        writer.WriteString("specversion"u8, SpecVersion);
        writer.WriteString("source"u8, Overridden(metadata, "source") ?? publication.Source);
        writer.WriteString("type"u8, Overridden(metadata, "type") ?? DefaultType);
        writer.WriteString("datacontenttype"u8, contentType);
        writer.WriteString("topic"u8, publication.Topic);
        writer.WriteString("pubsubname"u8, publication.PubSub);
        writer.WriteString("time"u8, EnvelopeWriter.Rfc3339(publication.Clock.GetLocalNow()));
        writer.WriteString("traceid"u8, Overridden(metadata, "traceid") ?? traceParent);
        writer.WriteString("traceparent"u8, traceParent);
        writer.WriteString("tracestate"u8, traceState);
        if (Overridden(metadata, "subject") is { } subject)
            writer.WriteString("subject"u8, subject);
        if (expires is { } end)
            writer.WriteString("expiration"u8, EnvelopeWriter.Rfc3339(end));
        WriteData(writer, data, contentType);
        writer.WriteEndObject();
        return new TopicEvent(
            publication.PubSub, publication.Topic, envelope.Finish(), new EventAttributes(traceParent, traceState, expires), metadata);
    }

    private static string? Overridden(IReadOnlyDictionary<string, string> metadata, string attribute) =>
        metadata.Count > 0 && metadata.TryGetValue(Override + attribute, out var value) && value.Length > 0 ? value : null;

    private static void WriteData(Utf8JsonWriter writer, ReadOnlySpan<byte> data, string contentType)
    {
        if (ContentTypes.IsBinary(contentType) || (ContentTypes.IsProtobuf(contentType) && ProtobufEvent.Is(data)))
        {
            writer.WriteBase64String("data_base64"u8, data);
            return;
        }

        writer.WritePropertyName("data"u8);
        if (ContentTypes.IsJson(contentType) && IsJson(data))
            writer.WriteRawValue(data, skipInputValidation: true);
        else if (Utf8.IsValid(data))
            writer.WriteStringValue(data);
        else
            writer.WriteStringValue(Encoding.UTF8.GetString(data));
    }

    private static bool IsJson(ReadOnlySpan<byte> data)
    {
        if (!Utf8.IsValid(data))
            return false;
        try
        {
            var reader = new Utf8JsonReader(data, new JsonReaderOptions { MaxDepth = 10_000 });
            while (reader.Read())
            {
            }

            return reader.BytesConsumed > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
