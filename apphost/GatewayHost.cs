using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Training.AppHost.Sample;
using Training.Gateway;
using Training.Hosting;

namespace Training.AppHost;

/// <summary>The GraphQL gateway, running in this process as its own program would run it. It reaches the services by their ports, like anybody.</summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GatewayHost(WebApplication app) => _app = app;

    /// <summary>Set when the gateway gives up by itself.</summary>
    public CancellationToken Stopping => _app.Lifetime.ApplicationStopping;

    public static async Task<GatewayHost> StartAsync(Ports ports, string dataFolder, string pagePackages, CancellationToken ct)
    {
        var services = ServiceAddresses.On(ports);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = "Training.gateway",
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Hosting:WebPort"] = ports.Gateway.ToString(CultureInfo.InvariantCulture),
            ["Hosting:DataFolder"] = dataFolder,
            ["Hosting:DrainTime"] = "00:00:05",
            ["Hosting:Telemetry:Enabled"] = "false",
            ["Upstream:Workforce"] = services.Workforce.AbsoluteUri,
            ["Upstream:Curricula"] = services.Curricula.AbsoluteUri,
            ["Upstream:Scenarios"] = services.Scenarios.AbsoluteUri,
            ["Upstream:Completions"] = services.Completions.AbsoluteUri,
            ["Upstream:Sanctions"] = services.Sanctions.AbsoluteUri,
            ["Pages:Packages"] = pagePackages,
            ["Logging:LogLevel:Default"] = "Warning",
        });
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.WebHost.UseKestrelCore();
        builder.Services.AddSingleton<IHostLifetime, Guest>();
        builder.AddWebHosting("gateway");
        builder.AddGateway();

        var app = builder.Build();
        try
        {
            app.MapWebHosting();
            app.MapGateway();
            await app.StartAsync(ct);
            return new GatewayHost(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
