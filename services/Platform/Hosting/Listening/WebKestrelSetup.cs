using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Training.Hosting;

/// <summary>The one port of an app for browsers and other systems; TLS ends before it.</summary>
internal sealed class WebKestrelSetup(IOptions<HostingOptions> options, ListeningAddresses addresses) : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions kestrel)
    {
        var hosting = options.Value;
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestHeadersTotalSize = KestrelSetup.HeaderBytes;
        kestrel.Limits.MaxRequestBodySize = hosting.MaxMessageBytes;
        kestrel.Listen(IPAddress.Parse(hosting.Address), hosting.WebPort, listener =>
        {
            listener.Protocols = HttpProtocols.Http1;
            addresses.WebListener = listener;
        });
    }
}
