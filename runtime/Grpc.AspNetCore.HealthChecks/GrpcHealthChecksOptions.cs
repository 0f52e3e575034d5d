namespace Grpc.AspNetCore.HealthChecks;

/// <summary>How the application's health checks become gRPC health.</summary>
public sealed class GrpcHealthChecksOptions
{
    /// <summary>Which checks decide about which service. The server as a whole (the empty name) depends on all unless mapped anew.</summary>
    public ServiceMappingCollection Services { get; } = [];

    /// <summary>Whether the last published results are answered instead of running the checks for every call.</summary>
    public bool UseHealthChecksCache { get; set; }

    /// <summary>Whether watchers are left alone when the application stops, instead of being told NOT_SERVING and let go.</summary>
    public bool SuppressCompletionOnShutdown { get; set; }
}
