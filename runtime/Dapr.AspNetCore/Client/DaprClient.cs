using System.Text.Json;

namespace Dapr.Client;

/// <summary>
/// What a program asks of its sidecar. Build one with <see cref="DaprClientBuilder"/>, keep it for the life of the program and share it
/// between threads.
/// </summary>
public abstract class DaprClient : IDisposable
{
    private bool _disposed;

    /// <summary>How values become JSON.</summary>
    public abstract JsonSerializerOptions JsonSerializerOptions { get; }

    /// <summary>Publishes <paramref name="data"/> as JSON; a <see cref="CloudEvent"/> is sent as the complete event.</summary>
    /// <exception cref="DaprException">The sidecar refused the event or could not be reached.</exception>
    public abstract Task PublishEventAsync<TData>(
        string pubsubName, string topicName, TData data, CancellationToken cancellationToken = default);

    /// <summary>Publishes <paramref name="data"/> as JSON with metadata such as <c>ttlInSeconds</c>, <c>rawPayload</c> or <c>cloudevent.id</c>.</summary>
    /// <exception cref="DaprException">The sidecar refused the event or could not be reached.</exception>
    public abstract Task PublishEventAsync<TData>(
        string pubsubName, string topicName, TData data, Dictionary<string, string> metadata, CancellationToken cancellationToken = default);

    /// <summary>Publishes an event without data.</summary>
    /// <exception cref="DaprException">The sidecar refused the event or could not be reached.</exception>
    public abstract Task PublishEventAsync(string pubsubName, string topicName, CancellationToken cancellationToken = default);

    /// <summary>Publishes an event without data but with metadata.</summary>
    /// <exception cref="DaprException">The sidecar refused the event or could not be reached.</exception>
    public abstract Task PublishEventAsync(
        string pubsubName, string topicName, Dictionary<string, string> metadata, CancellationToken cancellationToken = default);

    /// <summary>
    /// Publishes many values in one request. A value that is a <see cref="CloudEvent"/> is sent as the complete event, any other as JSON data.
    /// </summary>
    /// <returns>The entries that failed, each with its reason; empty when all were accepted.</returns>
    /// <exception cref="DaprException">The request as a whole was refused, or the sidecar could not be reached.</exception>
    public abstract Task<BulkPublishResponse<TValue>> BulkPublishEventAsync<TValue>(
        string pubsubName,
        string topicName,
        IReadOnlyList<TValue> events,
        Dictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default);

    /// <summary>Publishes bytes as they are.</summary>
    /// <param name="pubsubName">The pub/sub component.</param>
    /// <param name="topicName">The topic.</param>
    /// <param name="data">The payload.</param>
    /// <param name="dataContentType">What the bytes are; <c>application/cloudevents+json</c> for a complete event.</param>
    /// <param name="metadata">Metadata of the request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="DaprException">The sidecar refused the event or could not be reached.</exception>
    public abstract Task PublishByteEventAsync(
        string pubsubName,
        string topicName,
        ReadOnlyMemory<byte> data,
        string dataContentType = Constants.ContentTypeApplicationJson,
        Dictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default);

    /// <summary>Whether the sidecar and its connection to this program are ready; false also when the sidecar cannot be reached.</summary>
    public abstract Task<bool> CheckHealthAsync(CancellationToken cancellationToken = default);

    /// <summary>Whether the sidecar can be called, without regard to this program; false also when it cannot be reached.</summary>
    public abstract Task<bool> CheckOutboundHealthAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc />
    public void Dispose()
    {
        if (_disposed)
            return;
        Dispose(disposing: true);
        _disposed = true;
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the connections.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
