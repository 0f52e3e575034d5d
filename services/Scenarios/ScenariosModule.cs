using Microsoft.AspNetCore.Builder;
using Training.Messaging;

namespace Training.Scenarios;

/// <summary>The doors to the service: everything it registers and every event it reacts to.</summary>
public static class ScenariosModule
{
    /// <summary>Registers the service.</summary>
    public static void AddScenarios(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<ScenariosDb>("scenarios");
    }

    /// <summary>Maps the service's RPCs and subscriptions.</summary>
    public static void MapScenarios(this WebApplication app)
    {
        app.MapMessaging();
    }
}
