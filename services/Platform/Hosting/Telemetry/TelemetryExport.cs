using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Training.Hosting;

/// <summary>
/// Collects and exports traces and metrics while the app runs, where an endpoint is set. Started before the server and stopped
/// after it, so that the last call is told as well.
/// </summary>
internal sealed class TelemetryExport(IOptions<HostingOptions> options, AppId app) : IHostedService, IDisposable
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "HotChocolate.Diagnostics", "Training.*"];
    private static readonly string[] Meters = ["Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime", "Training.*"];
    private static readonly TimeSpan FlushTime = TimeSpan.FromSeconds(5);

    private readonly TelemetryOptions _options = options.Value.Telemetry;
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!_options.Enabled || _options.Endpoint is null)
            return Task.CompletedTask;

        var resource = ResourceBuilder.CreateDefault().AddService(app.Value, serviceInstanceId: $"{Environment.MachineName}/{Environment.ProcessId}");
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Sources)
            .AddOtlpExporter(exporter => Direct(exporter, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Meters)
            .AddOtlpExporter((exporter, reader) =>
            {
                Direct(exporter, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)_options.MetricInterval.TotalMilliseconds;
            })
            .Build();
        return Task.CompletedTask;
    }

    // Flushing blocks, so it must not take a thread that the last calls need. It has its own, short time: what happened while
    // the app was cut off at the end is what one wants to see most.
    public Task StopAsync(CancellationToken cancellationToken) => _traces is null ? Task.CompletedTask : Task.Run(
        () =>
        {
            _traces?.ForceFlush((int)FlushTime.TotalMilliseconds);
            _metrics?.ForceFlush((int)FlushTime.TotalMilliseconds);
        },
        CancellationToken.None);

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void Direct(OtlpExporterOptions exporter, string path)
    {
        var isGrpc = _options.Protocol == TelemetrySettings.Grpc;
        exporter.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = isGrpc ? _options.Endpoint! : new Uri($"{_options.Endpoint!.AbsoluteUri.TrimEnd('/')}/{path}");
    }
}
