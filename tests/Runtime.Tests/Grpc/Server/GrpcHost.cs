using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>A real Kestrel on a free loopback port that speaks HTTP/2 by prior knowledge.</summary>
internal sealed class GrpcHost : IAsyncDisposable
{
    private GrpcHost(WebApplication app)
    {
        App = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public WebApplication App { get; }

    public Uri Address { get; }

    public string Port => Address.Port.ToString();

    public static async Task<GrpcHost> StartAsync(
        Action<WebApplication> map,
        Action<WebApplicationBuilder>? configure = null,
        HttpProtocols protocols = HttpProtocols.Http2,
        Action<KestrelServerOptions>? kestrel = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols);
            kestrel?.Invoke(options);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseRouting();
        map(app);
        await app.StartAsync();
        return new GrpcHost(app);
    }

    public static Task<GrpcHost> StartTestServiceAsync(Action<WebApplicationBuilder>? configure = null) =>
        StartAsync(app => app.MapGrpcService<TestServiceImpl>(), configure);

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await App.StopAsync(patience.Token);
        await App.DisposeAsync();
    }
}
