using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Training.Hosting.Tests.Otlp;

namespace Training.Hosting.Tests;

/// <summary>An OTLP/HTTP collector on loopback that keeps what it is sent.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Collector(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public ConcurrentQueue<ResourceSpans> Spans { get; } = new();

    public ConcurrentQueue<ResourceMetrics> Metrics { get; } = new();

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            foreach (var spans in Traces.Parser.ParseFrom(await Body(request)).ResourceSpans)
                collector.Spans.Enqueue(spans);
        });
        app.MapPost("/v1/metrics", async (HttpRequest request) =>
        {
            foreach (var metrics in Otlp.Metrics.Parser.ParseFrom(await Body(request)).ResourceMetrics)
                collector.Metrics.Enqueue(metrics);
        });
        await app.StartAsync();
        return collector;
    }

    /// <summary>Spans of the app, by the resource's service.name.</summary>
    public List<Span> SpansOf(string service) =>
        [.. Spans.Where(each => Text(each.Resource.Attributes, "service.name") == service).SelectMany(each => each.ScopeSpans).SelectMany(scope => scope.Spans)];

    public List<Metric> MetricsOf(string service) =>
        [.. Metrics.Where(each => Text(each.Resource.Attributes, "service.name") == service).SelectMany(each => each.ScopeMetrics).SelectMany(scope => scope.Metrics)];

    public static string? Text(IEnumerable<Otlp.Attribute> attributes, string key) => attributes.FirstOrDefault(each => each.Key == key)?.Value switch
    {
        null => null,
        { ValueCase: Value.ValueOneofCase.Number } value => value.Number.ToString(),
        var value => value.Text,
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<byte[]> Body(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }
}
