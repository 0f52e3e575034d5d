using System.Buffers;
using System.Net.Http.Headers;
using Training.Runtime.LocalSidecar.Events;

namespace Training.Runtime.LocalSidecar.Delivery;

/// <summary>The headers of a delivery: the component's name, the publisher's metadata, the trace.</summary>
internal readonly struct DeliveryHeaders(TopicEvent message, bool withTrace)
{
    private static readonly HashSet<string> NeverForwarded = new(StringComparer.OrdinalIgnoreCase)
    {
        "content-length", "content-type", "content-encoding", "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade",
        "host", "te", "trailer", "expect", "dapr-api-token", "traceparent", "tracestate", "pubsubname",
    };

    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 32).Append(127).Select(code => (char)code)]);

    public void AddTo(HttpRequestHeaders headers)
    {
        headers.TryAddWithoutValidation("pubsubname", message.PubSub);
        foreach (var (name, value) in message.Metadata)
        {
            if (!NeverForwarded.Contains(name) && !value.AsSpan().ContainsAny(Controls))
                headers.TryAddWithoutValidation(name.ToLowerInvariant(), value);
        }

        if (!withTrace)
            return;
        AddTrace(headers, "traceparent", message.Attributes?.TraceParent);
        AddTrace(headers, "tracestate", message.Attributes?.TraceState);
    }

    private static void AddTrace(HttpRequestHeaders headers, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value) && !value.AsSpan().ContainsAny(Controls))
            headers.TryAddWithoutValidation(name, value);
    }
}
