namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Says which health checks decide about a service.</summary>
public sealed class ServiceMapping
{
    /// <summary>Maps checks to a service.</summary>
    /// <param name="name">The service's full name; empty for the server as a whole.</param>
    /// <param name="predicate">True for the checks that decide about it.</param>
    public ServiceMapping(string name, Func<HealthCheckMapContext, bool> predicate)
    {
        Name = name;
        HealthCheckPredicate = predicate;
    }

    /// <summary>The service's full name.</summary>
    public string Name { get; }

    /// <summary>True for the checks that decide about it.</summary>
    public Func<HealthCheckMapContext, bool>? HealthCheckPredicate { get; }
}
