using System.Globalization;
using System.Net.Http;
using System.Text;
using System.Text.Json;

namespace Dapr.Client;

/// <summary>Speaks the HTTP API of the sidecar.</summary>
internal sealed class HttpDaprClient(HttpClient http, JsonSerializerOptions json) : DaprClient
{
    public override JsonSerializerOptions JsonSerializerOptions => json;

    public override Task PublishEventAsync<TData>(
        string pubsubName, string topicName, TData data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return PublishAsync(pubsubName, topicName, ValueContent(data), null, cancellationToken);
    }

    public override Task PublishEventAsync<TData>(
        string pubsubName, string topicName, TData data, Dictionary<string, string> metadata, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(metadata);
        return PublishAsync(pubsubName, topicName, ValueContent(data), metadata, cancellationToken);
    }

    public override Task PublishEventAsync(string pubsubName, string topicName, CancellationToken cancellationToken = default) =>
        PublishAsync(pubsubName, topicName, null, null, cancellationToken);

    public override Task PublishEventAsync(
        string pubsubName, string topicName, Dictionary<string, string> metadata, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return PublishAsync(pubsubName, topicName, null, metadata, cancellationToken);
    }

    public override Task PublishByteEventAsync(
        string pubsubName,
        string topicName,
        ReadOnlyMemory<byte> data,
        string dataContentType = Constants.ContentTypeApplicationJson,
        Dictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default)
    {
        var content = new ReadOnlyMemoryContent(data);
        content.Headers.TryAddWithoutValidation("content-type", dataContentType ?? Constants.ContentTypeApplicationJson);
        return PublishAsync(pubsubName, topicName, content, metadata, cancellationToken);
    }

    public override async Task<BulkPublishResponse<TValue>> BulkPublishEventAsync<TValue>(
        string pubsubName,
        string topicName,
        IReadOnlyList<TValue> events,
        Dictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        var content = new JsonStreamContent(flush => BulkBody.WriteAsync(flush, events, metadata, json));
        var uri = Address("v1.0/publish/bulk", pubsubName, topicName, metadata);
        using var response = await SendAsync("Bulk Publish", uri, content, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
            return new BulkPublishResponse<TValue>([]);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return new BulkPublishResponse<TValue>(
            BulkBody.FailedEntries(answer, events, metadata) ?? throw Refused("Bulk Publish", response, answer));
    }

    public override Task<bool> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        IsWellAsync("v1.0/healthz", cancellationToken);

    public override Task<bool> CheckOutboundHealthAsync(CancellationToken cancellationToken = default) =>
        IsWellAsync("v1.0/healthz/outbound", cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            http.Dispose();
    }

    private JsonStreamContent ValueContent<TData>(TData data) => new(
        async writer =>
        {
            JsonSerializer.Serialize(writer.Json, data, json);
            await writer.FlushAsync().ConfigureAwait(false);
        },
        data is CloudEvent ? Constants.ContentTypeCloudEvent : Constants.ContentTypeApplicationJson);

    private async Task PublishAsync(
        string pubsubName, string topicName, HttpContent? content, Dictionary<string, string>? metadata, CancellationToken ct)
    {
        var uri = Address("v1.0/publish", pubsubName, topicName, metadata);
        using var response = await SendAsync("Publish", uri, content, ct).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw Refused("Publish", response, await response.Content.ReadAsByteArrayAsync(ct).ConfigureAwait(false));
    }

    private static string Address(string verb, string pubsubName, string topicName, Dictionary<string, string>? metadata)
    {
        ArgumentException.ThrowIfNullOrEmpty(pubsubName);
        ArgumentException.ThrowIfNullOrEmpty(topicName);
        var address = new StringBuilder(verb)
            .Append('/').Append(Uri.EscapeDataString(pubsubName))
            .Append('/').Append(Uri.EscapeDataString(topicName));
        var separator = '?';
        foreach (var (name, value) in metadata ?? [])
        {
            address.Append(separator).Append("metadata.").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return address.ToString();
    }

    private async Task<HttpResponseMessage> SendAsync(string operation, string uri, HttpContent? content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = content };
        try
        {
            return await http.SendAsync(request, ct).ConfigureAwait(false);
        }
        catch (HttpRequestException failure)
        {
            throw new DaprException(
                $"{operation} operation failed: the sidecar at {http.BaseAddress} could not be reached. See InnerException for details.", failure);
        }
        catch (TaskCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new DaprException(
                $"{operation} operation failed: the sidecar at {http.BaseAddress} did not answer within {http.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s.", late);
        }
    }

    private static DaprException Refused(string operation, HttpResponseMessage response, byte[] answer) => new(
        $"{operation} operation failed: the Dapr endpoint indicated a failure. See InnerException for details.",
        new HttpRequestException(
            $"The sidecar answered {(int)response.StatusCode}: {Encoding.UTF8.GetString(answer)}", null, response.StatusCode));

    private async Task<bool> IsWellAsync(string path, CancellationToken ct)
    {
        try
        {
            using var response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
