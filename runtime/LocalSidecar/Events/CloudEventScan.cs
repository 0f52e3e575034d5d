using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Training.Runtime.LocalSidecar.Events;

/// <summary>The attributes that one pass over a JSON CloudEvent finds; its data is skipped, not parsed into objects.</summary>
internal ref struct CloudEventScan
{
    private const int Deepest = 10_000;

    private CloudEventScan(ReadOnlySpan<byte> json) => Json = json;

    public ReadOnlySpan<byte> Json { get; }

    public Attributes Present { get; private set; }

    public string? TraceParent { get; private set; }

    public string? TraceState { get; private set; }

    public string? Expiration { get; private set; }

    /// <summary>Where the members lie that the sidecar may have to leave out.</summary>
    public List<Member>? Replaceable { get; private set; }

    /// <summary>Where the first member begins and the last one ends; equal if there is none.</summary>
    public (int Start, int End) Members { get; private set; }

    /// <summary>False if the bytes are not one JSON object.</summary>
    public static bool TryRead(ReadOnlySpan<byte> json, out CloudEventScan scan)
    {
        scan = new CloudEventScan(json);
        try
        {
            return Utf8.IsValid(json) && scan.Read();
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half of a surrogate pair in a text.
            return false;
        }
    }

    public readonly EventAttributes ToAttributes() => new(
        TraceParent,
        string.IsNullOrEmpty(TraceState) ? null : TraceState,
        DateTimeOffset.TryParse(Expiration, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expires) ? expires : null);

    private bool Read()
    {
        var reader = new Utf8JsonReader(Json, new JsonReaderOptions { MaxDepth = Deepest });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        var (first, last) = (0, 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var attribute = Which(ref reader);
            reader.Read();
            Note(attribute, ref reader);
            reader.Skip();
            last = (int)reader.BytesConsumed;
            first = first == 0 ? start : first;
            if ((attribute & Attributes.Replaceable) != 0)
                (Replaceable ??= []).Add(new Member(attribute, start, last));
        }

        Members = (first, last);
        return !reader.Read();
    }

    private void Note(Attributes attribute, ref Utf8JsonReader reader)
    {
        Present |= attribute;
        switch (attribute)
        {
            case Attributes.TraceParent:
                TraceParent = Text(ref reader);
                break;
            case Attributes.TraceState:
                TraceState = Text(ref reader);
                break;
            case Attributes.Expiration:
                Expiration = Text(ref reader);
                break;
        }
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? reader.GetString() : null;

    private static Attributes Which(ref Utf8JsonReader name) =>
        name.ValueTextEquals("topic"u8) ? Attributes.Topic
        : name.ValueTextEquals("pubsubname"u8) ? Attributes.PubSub
        : name.ValueTextEquals("source"u8) ? Attributes.Source
        : name.ValueTextEquals("type"u8) ? Attributes.Type
        : name.ValueTextEquals("specversion"u8) ? Attributes.SpecVersion
        : name.ValueTextEquals("time"u8) ? Attributes.Time
        : name.ValueTextEquals("traceid"u8) ? Attributes.TraceId
        : name.ValueTextEquals("traceparent"u8) ? Attributes.TraceParent
        : name.ValueTextEquals("tracestate"u8) ? Attributes.TraceState
        : name.ValueTextEquals("expiration"u8) ? Attributes.Expiration
        : Attributes.None;

    public readonly record struct Member(Attributes Attribute, int Start, int End);

    [Flags]
    public enum Attributes
    {
        None = 0,
        Topic = 1,
        PubSub = 2,
        Source = 4,
        Type = 8,
        SpecVersion = 16,
        Time = 32,
        TraceId = 64,
        TraceParent = 128,
        TraceState = 256,
        Expiration = 512,
        Replaceable = Topic | PubSub | TraceParent | Expiration,
    }
}
