namespace Training.Runtime.LocalSidecar.Events;

/// <summary>Messages without an envelope of the sidecar's.</summary>
internal static class RawEvent
{
    /// <summary>What a publisher sends raw travels as it is.</summary>
    public static TopicEvent Create(ReadOnlySpan<byte> message, Publication publication, IReadOnlyDictionary<string, string> metadata) => new(
        publication.PubSub,
        publication.Topic,
        message.ToArray(),
        CloudEventScan.TryRead(message, out var scan) ? scan.ToAttributes() : null,
        metadata);

    /// <summary>What a raw subscriber gets: any message, as base64 in an envelope made for this delivery.</summary>
    public static byte[] Wrap(TopicEvent message, TimeProvider clock)
    {
        var envelope = EnvelopeWriter.Start();
        var writer = envelope.Json;
        writer.WriteStartObject();
        writer.WriteString("id"u8, Guid.CreateVersion7(clock.GetUtcNow()));
        writer.WriteString("specversion"u8, DataEvent.SpecVersion);
        writer.WriteString("source"u8, "Dapr"u8);
        writer.WriteString("type"u8, DataEvent.DefaultType);
        writer.WriteString("datacontenttype"u8, ContentTypes.Binary);
        writer.WriteString("topic"u8, message.Topic);
        writer.WriteString("pubsubname"u8, message.PubSub);
        writer.WriteBase64String("data_base64"u8, message.Body);
        writer.WriteEndObject();
        return envelope.Finish();
    }
}
