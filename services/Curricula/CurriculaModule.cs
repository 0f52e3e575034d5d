using Microsoft.AspNetCore.Builder;
using Training.Messaging;

namespace Training.Curricula;

/// <summary>The doors to the service: everything it registers and every event it reacts to.</summary>
public static class CurriculaModule
{
    /// <summary>Registers the service.</summary>
    public static void AddCurricula(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<CurriculaDb>("curricula");
    }

    /// <summary>Maps the service's RPCs and subscriptions.</summary>
    public static void MapCurricula(this WebApplication app)
    {
        app.MapMessaging();
    }
}
