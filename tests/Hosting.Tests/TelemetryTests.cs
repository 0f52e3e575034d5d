using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Training.Contracts;
using Xunit;

namespace Training.Hosting.Tests;

/// <summary>Not beside other tests: the framework's sources are the process's, and another app's spans would be told here too.</summary>
[Collection("alone")]
public sealed class TelemetryTests
{
    [Theory]
    [InlineData("Hosting:Telemetry:Endpoint")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    public async Task Traces_and_metrics_arrive_under_the_apps_name_when_an_endpoint_is_set(string key)
    {
        await using var collector = await Collector.Start();
        using var source = new ActivitySource("Training.Doors");
        using var meter = new Meter("Training.Doors");
        var knocks = meter.CreateCounter<int>("knocks");

        await using (var app = await TestApp.Start(name: "front-doors", settings: (key, collector.Address)))
        {
            await app.Doors.EmployeeAsync(new Knock(), app.As(Role.Employee));
            await Assert.ThrowsAsync<RpcException>(() => app.Doors.EmployeeAsync(new Knock { FailWith = "NotFound" }, app.As(Role.Employee)).ResponseAsync);
            await app.Http.GetAsync("/healthz");
            source.StartActivity("our own")?.Dispose();
            knocks.Add(1);
        }

        var spans = collector.SpansOf("front-doors");
        var calls = spans.Where(span => span.Name == "training.hosting.tests.Doors/Employee").ToList();
        // A span ends after its answer has left: those of two calls may end in either order.
        Assert.Equal(["0", "5"], calls.Select(span => Collector.Text(span.Attributes, "rpc.grpc.status_code")).Order());
        Assert.All(calls, span =>
        {
            Assert.Equal("grpc", Collector.Text(span.Attributes, "rpc.system"));
            Assert.Equal("training.hosting.tests.Doors", Collector.Text(span.Attributes, "rpc.service"));
            Assert.Equal("Employee", Collector.Text(span.Attributes, "rpc.method"));
            Assert.Equal("POST", Collector.Text(span.Attributes, "http.request.method"));
            Assert.Equal("200", Collector.Text(span.Attributes, "http.response.status_code"));
            Assert.Equal("2", Collector.Text(span.Attributes, "network.protocol.version"));
            Assert.Equal("front-doors", Collector.Text(span.Attributes, "training.app"));
        });
        var probe = Assert.Single(spans, span => Collector.Text(span.Attributes, "url.path") == "/healthz");
        Assert.Equal("GET /healthz", probe.Name);
        Assert.Contains(spans, span => span.Name == "our own");

        var metrics = collector.MetricsOf("front-doors");
        Assert.Contains(metrics, metric => metric.Name == "knocks");
        var durations = metrics.Where(metric => metric.Name == "http.server.request.duration").SelectMany(metric => metric.Histogram.DataPoints);
        Assert.Contains(durations, point => Collector.Text(point.Attributes, "training.app") == "front-doors" && point.Count > 0);
    }

    [Fact]
    public async Task Error_answer_and_trace_share_the_trace_id()
    {
        await using var collector = await Collector.Start();
        string traceId;

        await using (var app = await TestApp.Start(settings: ("Hosting:Telemetry:Endpoint", collector.Address)))
        {
            var failed = await Assert.ThrowsAsync<RpcException>(() => app.Doors.EmployeeAsync(new Knock { FailWith = "bug" }, app.As(Role.Employee)).ResponseAsync);
            traceId = failed.Status.Detail.Split(' ')[^1];
        }

        Assert.Contains(collector.SpansOf("doors"), span => Convert.ToHexStringLower(span.TraceId.Span) == traceId);
    }

    [Fact]
    public async Task Nothing_is_sent_when_the_app_leaves_export_to_another_in_the_same_process()
    {
        await using var collector = await Collector.Start();

        await using (var exporting = await TestApp.Start(name: "exporting", settings: ("Hosting:Telemetry:Endpoint", collector.Address)))
        await using (var silent = await TestApp.Start(name: "silent", settings: [("Hosting:Telemetry:Endpoint", collector.Address), ("Hosting:Telemetry:Enabled", "false")]))
            await silent.Doors.EmployeeAsync(new Knock(), silent.As(Role.Employee));

        Assert.Empty(collector.SpansOf("silent"));
        var call = Assert.Single(collector.SpansOf("exporting"), span => span.Name == "training.hosting.tests.Doors/Employee");
        Assert.Equal("silent", Collector.Text(call.Attributes, "training.app"));
    }

    [Fact]
    public async Task Export_speaks_grpc_when_that_is_configured()
    {
        var called = new ConcurrentBag<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, port => port.Protocols = HttpProtocols.Http2));
        await using var collector = builder.Build();
        collector.MapFallback((HttpContext http) =>
        {
            called.Add($"{http.Request.ContentType} {http.Request.Path}");
            http.Response.ContentType = "application/grpc";
            http.Response.AppendTrailer("grpc-status", "0");
        });
        await collector.StartAsync();

        await using (var app = await TestApp.Start(settings: [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")]))
            await app.Doors.EmployeeAsync(new Knock(), app.As(Role.Employee));

        Assert.Contains("application/grpc /opentelemetry.proto.collector.trace.v1.TraceService/Export", called);
        Assert.Contains("application/grpc /opentelemetry.proto.collector.metrics.v1.MetricsService/Export", called);
    }

    [Fact]
    public async Task App_runs_and_stops_in_time_when_the_collector_is_away()
    {
        string address;
        await using (var collector = await Collector.Start())
            address = collector.Address;
        var app = await TestApp.Start(settings: ("Hosting:Telemetry:Endpoint", address));
        await app.Doors.EmployeeAsync(new Knock(), app.As(Role.Employee));

        await app.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Nobody_listens_to_our_sources_when_no_endpoint_is_set()
    {
        using var source = new ActivitySource("Training.Doors");
        await using var app = await TestApp.Start();

        Assert.False(source.HasListeners());
        Assert.Contains(app.App.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>(), service => service is TelemetryExport);
    }
}

[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;
