namespace Grpc.AspNetCore.HealthChecks;

/// <summary>A health check that may decide about a service.</summary>
/// <param name="name">The check's name.</param>
/// <param name="tags">Its tags.</param>
public sealed class HealthCheckMapContext(string name, IEnumerable<string> tags)
{
    /// <summary>The check's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its tags.</summary>
    public IEnumerable<string> Tags { get; } = tags;
}
