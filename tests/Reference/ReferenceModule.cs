using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Training.Messaging;
using Training.Reference.V1;

namespace Training.Reference;

/// <summary>The doors to the service: everything it registers and every event it reacts to.</summary>
public static class ReferenceModule
{
    /// <summary>Registers the service.</summary>
    public static void AddReference(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<ReferenceDb>("suggestions");
        builder.Services.AddScoped<Suggest>();
        builder.Services.AddScoped<AcceptSuggestion>();
        builder.Services.AddScoped<ImportSuggestions>();
        builder.Services.AddScoped<SuggestionReader>();
        builder.Services.AddScoped<CountSuggestion>();
        builder.Services.AddScoped<CountAcceptance>();
    }

    /// <summary>Maps the service's RPCs and subscriptions.</summary>
    public static void MapReference(this WebApplication app)
    {
        app.MapMessaging();
        app.MapGrpcService<SuggestionsService>();
        app.MapEvent<SuggestionMade, CountSuggestion>();
        app.MapEvent<SuggestionAccepted, CountAcceptance>();
    }
}
