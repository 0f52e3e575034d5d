using System.Text.Json.Serialization;

namespace Dapr;

/// <summary>
/// A CloudEvent without data. Published as <c>application/cloudevents+json</c>; what a derived class adds (id, time, extension attributes) is
/// sent along, and what is missing is filled by the sidecar, except <c>id</c>.
/// </summary>
public class CloudEvent
{
    /// <summary>The attribute <c>source</c>.</summary>
    [JsonPropertyName("source")]
    public Uri? Source { get; init; }

    /// <summary>The attribute <c>type</c>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>The attribute <c>subject</c>.</summary>
    [JsonPropertyName("subject")]
    public string? Subject { get; init; }
}
