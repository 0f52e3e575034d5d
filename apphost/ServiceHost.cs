using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Training.Hosting;
using Training.Messaging;

namespace Training.AppHost;

/// <summary>One service, running in this process as its own program would run it: own configuration, own container, own ports.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServiceHost(Service service, WebApplication app) => (Service, _app) = (service, app);

    public Service Service { get; }

    /// <summary>Set when the service gives up by itself.</summary>
    public CancellationToken Stopping => _app.Lifetime.ApplicationStopping;

    /// <summary>Migrates the service's database and starts it.</summary>
    public static async Task<ServiceHost> StartAsync(Service service, IReadOnlyDictionary<string, string?> settings, CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = $"Training.{service.App}",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.WebHost.UseKestrelCore();
        builder.Services.AddSingleton<IHostLifetime, Guest>();
        builder.AddHosting(service.App);
        service.Add(builder);

        var app = builder.Build();
        try
        {
            app.MapHosting();
            service.Map(app);
            await app.MigrateAsync(ct);
            await app.StartAsync(ct);
            return new ServiceHost(service, app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        var report = await _app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"), ct);
        return report.Status != HealthStatus.Unhealthy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
