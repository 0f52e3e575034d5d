using System.ComponentModel.DataAnnotations;

namespace Training.Hosting;

/// <summary>
/// Section <c>Hosting:Telemetry</c>: traces and metrics through OTLP. What is not set here is taken from OpenTelemetry's own
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and <c>OTEL_EXPORTER_OTLP_PROTOCOL</c>; with no endpoint nothing is collected.
/// </summary>
public sealed class TelemetryOptions
{
    /// <summary>The collector's base address, such as <c>http://localhost:4318</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary><c>http/protobuf</c> or <c>grpc</c>.</summary>
    [AllowedValues("http/protobuf", "grpc", null)]
    public string? Protocol { get; set; }

    /// <summary>
    /// Whether this app exports at all. Of several apps in one process one exports for all of them; each span and
    /// measurement says its app in <c>training.app</c>.
    /// </summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often metrics are sent.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan MetricInterval { get; set; } = TimeSpan.FromSeconds(60);
}
