using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Training.Messaging;

namespace Training.Scenarios;

/// <summary>The doors to the service: everything it registers and every event it reacts to.</summary>
public static class ScenariosModule
{
    /// <summary>Registers the service.</summary>
    public static void AddScenarios(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<ScenariosDb>("scenarios");
        builder.Services.AddSingleton<EditionCache>();
        builder.Services.AddSingleton<RunById>();
        builder.Services.AddSingleton<OpenRuns>();
        builder.Services.AddScoped<Editions>();
        builder.Services.AddScoped<PublishScenario>();
        builder.Services.AddScoped<ScenarioCatalogue>();
        builder.Services.AddScoped<StartRun>();
        builder.Services.AddScoped<Choose>();
        builder.Services.AddScoped<RunReader>();
        builder.Services.AddScoped<ReplayRun>();
    }

    /// <summary>Maps the service's RPCs and subscriptions.</summary>
    public static void MapScenarios(this WebApplication app)
    {
        app.MapMessaging();
        app.MapGrpcService<ScenarioLibraryService>();
        app.MapGrpcService<RunsService>();
    }
}
