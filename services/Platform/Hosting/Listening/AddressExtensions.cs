using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Training.Hosting;

/// <summary>Where a started app can be reached.</summary>
public static class AddressExtensions
{
    /// <summary>The HTTP/2 port: gRPC and the sidecar's deliveries.</summary>
    /// <param name="app">A started app.</param>
    /// <returns>An <c>http</c> address.</returns>
    /// <exception cref="InvalidOperationException">The app has not started.</exception>
    public static Uri GrpcAddress(this IHost app) => app.Services.GetRequiredService<ListeningAddresses>().Grpc;

    /// <summary>The HTTP/1.1 port: probes.</summary>
    /// <param name="app">A started app.</param>
    /// <returns>An <c>http</c> address.</returns>
    /// <exception cref="InvalidOperationException">The app has not started.</exception>
    public static Uri ProbeAddress(this IHost app) => app.Services.GetRequiredService<ListeningAddresses>().Probes;

    /// <summary>The HTTP/1.1 port of an app for browsers and other systems.</summary>
    /// <param name="app">A started app.</param>
    /// <returns>An <c>http</c> address.</returns>
    /// <exception cref="InvalidOperationException">The app has not started, or has no such port.</exception>
    public static Uri WebAddress(this IHost app) => app.Services.GetRequiredService<ListeningAddresses>().Web;
}
