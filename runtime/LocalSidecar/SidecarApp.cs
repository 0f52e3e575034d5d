namespace Training.Runtime.LocalSidecar;

/// <summary>One app beside the sidecar. Port 0 takes a free port.</summary>
public sealed class SidecarApp
{
    /// <summary>The app id: the <c>source</c> of what it publishes, and the name by which others invoke it.</summary>
    public string Id { get; set; } = "";

    /// <summary>The port of the HTTP API for this app (HTTP/1.1).</summary>
    public int HttpPort { get; set; }

    /// <summary>The port of the gRPC proxy for this app (HTTP/2 without TLS).</summary>
    public int GrpcPort { get; set; }

    /// <summary>The port that the app listens to on 127.0.0.1; null (and no <see cref="AppAddress"/>) for an app that only publishes.</summary>
    public int? AppPort { get; set; }

    /// <summary>Instead of <see cref="AppPort"/>: the whole address, e.g. <c>http://127.0.0.1:5001</c>.</summary>
    public string? AppAddress { get; set; }

    /// <summary><c>http</c> (HTTP/1.1) or <c>h2c</c>.</summary>
    public string AppProtocol { get; set; } = "http";

    /// <summary>The token that callers of this sidecar must send; null for none.</summary>
    public string? ApiToken { get; set; }

    /// <summary>The token that this sidecar sends to the app; null for none.</summary>
    public string? AppToken { get; set; }

    /// <summary>Where the app is; null for an app that only publishes.</summary>
    internal Uri? Address => AppAddress is { Length: > 0 } address ? new Uri(address) : AppPort is { } port ? new Uri($"http://127.0.0.1:{port}") : null;
}
