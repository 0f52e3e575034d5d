using System.Text.Json.Serialization;
using Dapr.Client;

namespace Dapr;

/// <summary>A CloudEvent with JSON data.</summary>
/// <typeparam name="TData">The type of the data.</typeparam>
public class CloudEvent<TData>(TData data) : CloudEvent
{
    /// <summary>The data.</summary>
    public TData Data { get; } = data;

    /// <summary>The attribute <c>datacontenttype</c>.</summary>
    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; } = Constants.ContentTypeApplicationJson;
}
