using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.AspNetCore.HealthChecks.Internal;

internal static class HealthStatuses
{
    /// <summary>NOT_SERVING as soon as one check is unhealthy; UNKNOWN when no check decides about the service.</summary>
    public static ServingStatus Of(HealthReport report, ServiceMapping mapping)
    {
        var status = ServingStatus.Unknown;
        foreach (var (name, entry) in report.Entries)
        {
            if (!mapping.Covers(name, entry.Tags))
                continue;
            if (entry.Status == HealthStatus.Unhealthy)
                return ServingStatus.NotServing;
            status = ServingStatus.Serving;
        }

        return status;
    }

    public static bool Covers(this ServiceMapping mapping, string check, IEnumerable<string> tags) =>
        mapping.HealthCheckPredicate?.Invoke(new HealthCheckMapContext(check, tags)) ?? true;
}
