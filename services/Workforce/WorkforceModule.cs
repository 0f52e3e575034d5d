using Microsoft.AspNetCore.Builder;
using Training.Messaging;

namespace Training.Workforce;

/// <summary>The doors to the service: everything it registers and every event it reacts to.</summary>
public static class WorkforceModule
{
    /// <summary>Registers the service.</summary>
    public static void AddWorkforce(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<WorkforceDb>("workforce");
    }

    /// <summary>Maps the service's RPCs and subscriptions.</summary>
    public static void MapWorkforce(this WebApplication app)
    {
        app.MapMessaging();
    }
}
