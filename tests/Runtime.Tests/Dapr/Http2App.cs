using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Training.Runtime.Tests.Dapr;

/// <summary>A bare app on HTTP/2 without TLS that does what one function says.</summary>
internal sealed class Http2App : IAsyncDisposable
{
    private readonly WebApplication _web;

    private Http2App(WebApplication web) => _web = web;

    public int Port => new Uri(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    public static async Task<Http2App> StartAsync(RequestDelegate handle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var web = builder.Build();
        web.Run(handle);
        await web.StartAsync();
        return new Http2App(web);
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
