using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Training.Hosting;

/// <summary>Section <c>Hosting</c>: where the service listens, where it keeps files, whom it trusts, where telemetry goes.</summary>
public sealed class HostingOptions
{
    internal const string Section = "Hosting";

    /// <summary>The IP address to listen on. Loopback unless said otherwise; <c>0.0.0.0</c> inside a container.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>HTTP/2 without TLS: gRPC and the sidecar's deliveries. 0 takes any free port.</summary>
    [Range(0, 65535)]
    public int GrpcPort { get; set; } = 8080;

    /// <summary>HTTP/1.1: probes, and nothing else. 0 takes any free port.</summary>
    [Range(0, 65535)]
    public int ProbePort { get; set; } = 8081;

    /// <summary>HTTP/1.1 of an app for browsers and other systems, which has no other port: its pages and its probes. 0 takes any free port.</summary>
    [Range(0, 65535)]
    public int WebPort { get; set; } = 8080;

    /// <summary>Where files of this service live; relative to the content root. Readable by the service's user only.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>Calls at once on one connection. A gateway has one connection for all its users.</summary>
    [Range(1000, 100_000)]
    public int MaxStreamsPerConnection { get; set; } = 1000;

    /// <summary>The largest message taken, in bytes, after decompression.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxMessageBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>How long the service says "not ready" before it stops taking calls, so that balancers notice first.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan ReadinessDelay { get; set; }

    /// <summary>How long calls in flight may take to finish once the service stops.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>Whose tokens are accepted.</summary>
    [ValidateObjectMembers]
    public IdentityOptions Identity { get; set; } = new();

    /// <summary>Where traces and metrics go.</summary>
    [ValidateObjectMembers]
    public TelemetryOptions Telemetry { get; set; } = new();
}
