using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Training.AppHost.Sample;

namespace Training.Gateway.Tests;

/// <summary>In the place of all services, behind a real port: answers every call with an empty message, and keeps one header of each.</summary>
internal sealed class HeaderCatcher : IAsyncDisposable
{
    private static readonly byte[] EmptyMessage = new byte[5];

    private readonly WebApplication _app;

    private HeaderCatcher(WebApplication app) => _app = app;

    /// <summary>The header's values by the call's path.</summary>
    public ConcurrentDictionary<string, string?> Caught { get; } = new();

    public ServiceAddresses Addresses
    {
        get
        {
            var here = new Uri(_app.Urls.Single());
            return new ServiceAddresses(here, here, here, here, here);
        }
    }

    public static async Task<HeaderCatcher> StartAsync(string header)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        var catcher = new HeaderCatcher(app);
        app.Run(async http =>
        {
            catcher.Caught[http.Request.Path] = http.Request.Headers[header];
            await http.Request.Body.CopyToAsync(Stream.Null);
            http.Response.ContentType = "application/grpc";
            await http.Response.Body.WriteAsync(EmptyMessage);
            http.Response.AppendTrailer("grpc-status", "0");
        });
        await app.StartAsync();
        return catcher;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
