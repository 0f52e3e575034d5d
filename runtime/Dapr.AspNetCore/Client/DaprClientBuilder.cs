using System.Net.Http;
using System.Text.Json;

namespace Dapr.Client;

/// <summary>Builds a <see cref="DaprClient"/>. Without a call to <c>Use…</c> the environment decides (<c>DAPR_HTTP_ENDPOINT</c>, <c>DAPR_HTTP_PORT</c>, <c>DAPR_API_TOKEN</c>).</summary>
public sealed class DaprClientBuilder
{
    private JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);
    private TimeSpan _timeout = System.Threading.Timeout.InfiniteTimeSpan;
    private string? _apiToken = DaprDefaults.ApiToken(null);
    private string _httpEndpoint = DaprDefaults.HttpEndpoint(null);
    private string _grpcEndpoint = DaprDefaults.GrpcEndpoint(null);

    /// <summary>Starts with what the environment says.</summary>
    public DaprClientBuilder()
    {
    }

    /// <summary>The address of the sidecar's HTTP API, e.g. <c>http://127.0.0.1:3500</c>.</summary>
    public DaprClientBuilder UseHttpEndpoint(string httpEndpoint)
    {
        ArgumentException.ThrowIfNullOrEmpty(httpEndpoint);
        _httpEndpoint = httpEndpoint;
        return this;
    }

    /// <summary>The address of the sidecar's gRPC API, e.g. <c>http://127.0.0.1:50001</c>.</summary>
    public DaprClientBuilder UseGrpcEndpoint(string grpcEndpoint)
    {
        ArgumentException.ThrowIfNullOrEmpty(grpcEndpoint);
        _grpcEndpoint = grpcEndpoint;
        return this;
    }

    /// <summary>How values become JSON; the web defaults otherwise.</summary>
    public DaprClientBuilder UseJsonSerializationOptions(JsonSerializerOptions options)
    {
        _json = options;
        return this;
    }

    /// <summary>The token that the sidecar asks for.</summary>
    public DaprClientBuilder UseDaprApiToken(string apiToken)
    {
        _apiToken = apiToken;
        return this;
    }

    /// <summary>How long one call may take; without limit otherwise.</summary>
    public DaprClientBuilder UseTimeout(TimeSpan timeout)
    {
        _timeout = timeout;
        return this;
    }

    /// <summary>The client.</summary>
    /// <exception cref="InvalidOperationException">An endpoint is neither http nor https.</exception>
    public DaprClient Build()
    {
        _ = Endpoint(_grpcEndpoint, "gRPC");
        var http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        })
        {
            BaseAddress = Endpoint(_httpEndpoint, "HTTP"),
            Timeout = _timeout > TimeSpan.Zero ? _timeout : System.Threading.Timeout.InfiniteTimeSpan,
        };
        if (!string.IsNullOrWhiteSpace(_apiToken))
            http.DefaultRequestHeaders.TryAddWithoutValidation("dapr-api-token", _apiToken);
        return new HttpDaprClient(http, _json);
    }

    private static Uri Endpoint(string text, string which) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new InvalidOperationException($"The {which} endpoint must use http or https, but is '{text}'.");
}
