using Microsoft.AspNetCore.Builder;
using Training.Messaging;

namespace Training.Completions;

/// <summary>The doors to the service: everything it registers and every event it reacts to.</summary>
public static class CompletionsModule
{
    /// <summary>Registers the service.</summary>
    public static void AddCompletions(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<CompletionsDb>("completions");
    }

    /// <summary>Maps the service's RPCs and subscriptions.</summary>
    public static void MapCompletions(this WebApplication app)
    {
        app.MapMessaging();
    }
}
