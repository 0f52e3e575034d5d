using System.Text.Json;
using System.Text.Json.Serialization;
using Dapr;

namespace Training.Messaging;

/// <summary>An outbox row as the CloudEvent 1.0 that leaves the house, complete: the sidecar has nothing to add but the topic.</summary>
[JsonConverter(typeof(OutgoingEventWriter))]
internal sealed class OutgoingEvent(OutboxRow row, string appId) : CloudEvent
{
    public OutboxRow Row { get; } = row;

    public string AppId { get; } = appId;
}

internal sealed class OutgoingEventWriter : JsonConverter<OutgoingEvent>
{
    public override void Write(Utf8JsonWriter writer, OutgoingEvent value, JsonSerializerOptions options)
    {
        var row = value.Row;
        writer.WriteStartObject();
        writer.WriteString("specversion", "1.0");
        writer.WriteString("id", row.Id);
        writer.WriteString("source", value.AppId);
        writer.WriteString("type", row.Type);
        writer.WriteString("time", Instants.FromMicroseconds(row.Created));
        writer.WriteString(EventEnvelope.OrganisationAttribute, row.Organisation.Value);
        // The sidecar keeps a traceparent only when it comes with an equal traceid.
        if (row.TraceParent is { } trace)
        {
            writer.WriteString("traceparent", trace);
            writer.WriteString("traceid", trace);
        }
        writer.WriteString("datacontenttype", "application/json");
        writer.WritePropertyName("data");
        writer.WriteRawValue(row.Payload, skipInputValidation: true);
        writer.WriteEndObject();
    }

    public override OutgoingEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Events come in as EventEnvelope.");
}
