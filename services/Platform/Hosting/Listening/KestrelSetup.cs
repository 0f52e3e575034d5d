using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Training.Hosting;

/// <summary>Two ports, since without TLS one cannot speak both protocols, and limits for a service behind a gateway.</summary>
internal sealed class KestrelSetup(IOptions<HostingOptions> options, ListeningAddresses addresses) : IConfigureOptions<KestrelServerOptions>
{
    // Bearer tokens with many roles are long.
    internal const int HeaderBytes = 32 * 1024;

    public void Configure(KestrelServerOptions kestrel)
    {
        var hosting = options.Value;
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestHeadersTotalSize = HeaderBytes;
        kestrel.Limits.MaxRequestBodySize = 2L * hosting.MaxMessageBytes; // gRPC itself counts messages, and lifts this for streams
        kestrel.Limits.Http2.MaxStreamsPerConnection = hosting.MaxStreamsPerConnection;
        kestrel.Limits.Http2.MaxRequestHeaderFieldSize = HeaderBytes;
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromMinutes(1);

        var address = IPAddress.Parse(hosting.Address);
        kestrel.Listen(address, hosting.GrpcPort, listener =>
        {
            listener.Protocols = HttpProtocols.Http2;
            addresses.GrpcListener = listener;
        });
        kestrel.Listen(address, hosting.ProbePort, listener =>
        {
            listener.Protocols = HttpProtocols.Http1;
            addresses.ProbeListener = listener;
        });
    }
}
