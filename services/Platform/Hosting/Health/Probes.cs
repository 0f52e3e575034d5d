using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Training.Hosting;

/// <summary>
/// <c>/healthz</c>: the process answers. <c>/readyz</c>: it can do its work; the body names each check, and nothing that
/// an outsider should not see.
/// </summary>
internal static class Probes
{
    public static void MapProbes(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }).WithMetadata(Probe.Metadata);
        routes.MapHealthChecks("/readyz", new HealthCheckOptions { Predicate = IsForReadiness, ResponseWriter = Write }).WithMetadata(Probe.Metadata);
    }

    /// <summary>
    /// The probe port serves probes only. It is the one that speaks HTTP/1.1, so the protocol tells the ports apart.
    /// </summary>
    public static void UseProbePortForProbesOnly(this IApplicationBuilder app) => app.Use(next => http =>
        HttpProtocol.IsHttp2(http.Request.Protocol) || http.GetEndpoint()?.Metadata.GetMetadata<Probe>() is not null
            ? next(http)
            : Refuse(http.Response));

    private static bool IsForReadiness(HealthCheckRegistration check) => check.Tags.Contains(Readiness.Tag);

    private static Task Refuse(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status404NotFound;
        return response.WriteAsync("This port serves /healthz and /readyz. Everything else is on the service's HTTP/2 port.\n");
    }

    private static Task Write(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new { status = entry.Value.Status.ToString(), description = DescriptionOf(entry.Value) }),
        },
        JsonSerializerOptions.Web,
        http.RequestAborted);

    // What a check throws becomes its description, but is written for the log.
    private static string? DescriptionOf(HealthReportEntry entry) =>
        entry.Exception is { } error && error.Message == entry.Description ? "It threw; the log says why." : entry.Description;

    private sealed class Probe
    {
        public static readonly Probe Metadata = new();
    }
}
