using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Training.Runtime.LocalSidecar;
using Training.Tests.Support;

namespace Training.Runtime.Tests.Dapr;

/// <summary>A real local sidecar on free ports, and plain HTTP calls to it.</summary>
internal sealed class TestSidecar : IAsyncDisposable
{
    private readonly Sidecar _sidecar;
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null,
        Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
        RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
    });

    private TestSidecar(Sidecar sidecar) => _sidecar = sidecar;

    public Task Stopped => _sidecar.Stopped;

    /// <summary>Beside an app that only publishes (<c>publisher</c>) and these subscribers; returns when all have been found.</summary>
    public static async Task<TestSidecar> BesideAsync(params SidecarApp[] subscribers)
    {
        var sidecar = await StartAsync(new SidecarOptions { Apps = [new SidecarApp { Id = "publisher" }, .. subscribers] });
        foreach (var app in subscribers)
            await sidecar.HasFoundAsync(app.Id);
        return sidecar;
    }

    public static async Task<TestSidecar> StartAsync(SidecarOptions options) =>
        new(await Sidecar.StartAsync(options, NullLoggerFactory.Instance, TimeProvider.System));

    public static SidecarApp App(string id, int port, bool h2c = false) =>
        new() { Id = id, AppPort = port, AppProtocol = h2c ? "h2c" : "http" };

    public int HttpPort(string app) => _sidecar.HttpPort(app);

    public int GrpcPort(string app) => _sidecar.GrpcPort(app);

    public Uri Address(string app) => new($"http://127.0.0.1:{HttpPort(app)}");

    public Task HasFoundAsync(string app) => Eventually.IsTrueAsync(async () => await IsReadyAsync(app), $"the sidecar finds {app}");

    public async Task<bool> IsReadyAsync(string app) =>
        (await SendAsync(HttpMethod.Get, "/v1.0/healthz", app: app)).Status == HttpStatusCode.NoContent;

    public Task<Answer> PublishAsync(string pathAndQuery, string body = "", string? contentType = null, params (string, string)[] headers) =>
        SendAsync(HttpMethod.Post, "/v1.0/publish/" + pathAndQuery, Encoding.UTF8.GetBytes(body), contentType, "publisher", headers);

    public async Task<Answer> SendAsync(
        HttpMethod method,
        string pathAndQuery,
        byte[]? body = null,
        string? contentType = null,
        string app = "publisher",
        params (string Name, string Value)[] headers)
    {
        var uri = new Uri($"http://127.0.0.1:{HttpPort(app)}{pathAndQuery}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, uri);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Headers.ExpectContinue = true; // a body that is too long is refused before it is sent: a refusal while it is written would be a broken pipe
            if (contentType is not null)
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request);
        return new Answer(
            response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            await response.Content.ReadAsStringAsync(),
            response.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(',', header.Value)));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _sidecar.DisposeAsync();
    }

    internal sealed record Answer(HttpStatusCode Status, string? ContentType, string Body, IReadOnlyDictionary<string, string> Headers)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        public string Code => Json.GetProperty("errorCode").GetString()!;

        public string Message => Json.GetProperty("message").GetString()!;

        public override string ToString() => $"{(int)Status} {Body}";

        /// <summary>The metadata of the error's ErrorInfo.</summary>
        public JsonElement Info => Json.GetProperty("details")[0].GetProperty("metadata");
    }
}
