using Microsoft.AspNetCore.Builder;
using Training.Messaging;

namespace Training.Sanctions;

/// <summary>The doors to the service: everything it registers and every event it reacts to.</summary>
public static class SanctionsModule
{
    /// <summary>Registers the service.</summary>
    public static void AddSanctions(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<SanctionsDb>("sanctions");
    }

    /// <summary>Maps the service's RPCs and subscriptions.</summary>
    public static void MapSanctions(this WebApplication app)
    {
        app.MapMessaging();
    }
}
