using System.Net.Http;

namespace Grpc.Shared;

/// <summary>The HTTP handler of a channel that is not given one.</summary>
internal static class SocketHandler
{
    public static SocketsHttpHandler For(Uri? address) => new()
    {
        EnableMultipleHttp2Connections = true,
        AllowAutoRedirect = false,
        UseCookies = false,
        // HTTP/2 with prior knowledge cannot pass a proxy; TLS tunnels through it.
        UseProxy = address?.Scheme == Uri.UriSchemeHttps,
    };
}
