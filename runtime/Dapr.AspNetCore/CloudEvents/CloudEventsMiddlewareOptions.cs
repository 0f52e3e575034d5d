namespace Dapr;

/// <summary>How <c>UseCloudEvents</c> unwraps events.</summary>
public class CloudEventsMiddlewareOptions
{
    /// <summary>Hands text payloads on as JSON strings, quotes and all, instead of as the text.</summary>
    public bool SuppressJsonDecodingOfTextPayloads { get; set; }

    /// <summary>Adds each attribute of the event as a request header <c>Cloudevent.name</c>.</summary>
    public bool ForwardCloudEventPropertiesAsHeaders { get; set; }

    /// <summary>If set, only these attributes become headers.</summary>
    public string[]? IncludedCloudEventPropertiesAsHeaders { get; set; }

    /// <summary>If set (and nothing is included explicitly), these attributes do not become headers.</summary>
    public string[]? ExcludedCloudEventPropertiesFromHeaders { get; set; }
}
