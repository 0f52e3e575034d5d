using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Training.Hosting;

/// <summary>Takes what <see cref="TelemetryOptions"/> leaves open from the settings that every OpenTelemetry program knows.</summary>
internal sealed class TelemetrySettings(IConfiguration configuration) : IPostConfigureOptions<HostingOptions>
{
    public const string Grpc = "grpc";

    public void PostConfigure(string? name, HostingOptions options)
    {
        var telemetry = options.Telemetry;
        telemetry.Endpoint ??= configuration.GetValue<Uri?>("OTEL_EXPORTER_OTLP_ENDPOINT");
        telemetry.Protocol ??= configuration["OTEL_EXPORTER_OTLP_PROTOCOL"];
    }
}
