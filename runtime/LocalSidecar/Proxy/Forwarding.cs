using System.Net.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Training.Runtime.LocalSidecar.Api;

namespace Training.Runtime.LocalSidecar.Proxy;

/// <summary>What a request and its answer carry across the sidecar.</summary>
internal static class Forwarding
{
    public const string AppIdHeader = "dapr-app-id";
    public const string CalleeHeader = "dapr-callee-app-id";
    public const string CallerHeader = "dapr-caller-app-id";
    private const string CallerNamespaceHeader = "dapr-caller-namespace";

    /// <summary>Headers that belong to one connection, or that the sidecar sets itself.</summary>
    private static readonly HashSet<string> NotForwarded = new(StringComparer.OrdinalIgnoreCase)
    {
        "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "host", "content-length", "expect", "http2-settings",
        AppIdHeader, CalleeHeader, CallerHeader, CallerNamespaceHeader, Token.Header,
    };

    public static void CopyRequestHeaders(IHeaderDictionary headers, HttpRequestMessage request, string caller, string callee)
    {
        foreach (var (name, values) in headers)
        {
            if (name.StartsWith(':') || NotForwarded.Contains(name))
                continue;
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        request.Headers.TryAddWithoutValidation(CallerHeader, caller);
        request.Headers.TryAddWithoutValidation(CalleeHeader, callee);
        request.Headers.TryAddWithoutValidation(CallerNamespaceHeader, "default");
    }

    public static async Task CopyResponseAsync(HttpResponseMessage from, HttpResponse to, CancellationToken ct)
    {
        to.StatusCode = (int)from.StatusCode;
        CopyHeaders(from.Headers.NonValidated, to.Headers);
        CopyHeaders(from.Content.Headers.NonValidated, to.Headers);
        var body = await from.Content.ReadAsStreamAsync(ct);
        // Headers must not wait for the first message; but a gRPC answer that is nothing but a status is a single frame.
        if (!from.Headers.NonValidated.Contains("grpc-status"))
            await to.BodyWriter.FlushAsync(ct);
        while (true)
        {
            var buffer = to.BodyWriter.GetMemory(4096);
            var read = await body.ReadAsync(buffer, ct);
            if (read == 0)
                break;
            to.BodyWriter.Advance(read);
            await to.BodyWriter.FlushAsync(ct);
        }

        if (!to.SupportsTrailers())
            return;
        foreach (var (name, values) in from.TrailingHeaders.NonValidated)
            to.AppendTrailer(name, Values(values));
    }

    private static void CopyHeaders(System.Net.Http.Headers.HttpHeadersNonValidated from, IHeaderDictionary to)
    {
        foreach (var (name, values) in from)
        {
            if (!NotForwarded.Contains(name) || name.Equals("content-length", StringComparison.OrdinalIgnoreCase))
                to[name] = Values(values);
        }
    }

    private static StringValues Values(System.Net.Http.Headers.HeaderStringValues values) =>
        values.Count == 1 ? new StringValues(values.ToString()) : new StringValues([.. values]);
}
