using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Training.Messaging;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.Curricula;

/// <summary>The doors to the service: everything it registers and every event it reacts to.</summary>
public static class CurriculaModule
{
    /// <summary>Registers the service.</summary>
    public static void AddCurricula(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<CurriculaDb>("curricula");
        builder.Services.AddScoped<Offices>();
        builder.Services.AddScoped<CurriculumShelf>();
        builder.Services.AddScoped<ProposeCurriculum>();
        builder.Services.AddScoped<ApproveCurriculum>();
        builder.Services.AddScoped<DeclineCurriculum>();
        builder.Services.AddSingleton<VersionMemory>();
        builder.Services.AddScoped<KnownVersions>();
        builder.Services.AddScoped<CurriculumReader>();
        builder.Services.AddScoped<LaunchCampaign>();
        builder.Services.AddScoped<CancelCampaign>();
        builder.Services.AddScoped<CampaignReader>();
        builder.Services.AddScoped<OfferScenarioToCurricula>();
        builder.Services.AddScoped<KeepOfficerRegister>();
    }

    /// <summary>Maps the service's RPCs and subscriptions.</summary>
    public static void MapCurricula(this WebApplication app)
    {
        app.MapMessaging();
        app.MapGrpcService<CurriculumLibraryService>();
        app.MapGrpcService<CampaignsService>();
        app.MapEvent<ScenarioPublished, OfferScenarioToCurricula>();
        app.MapEvent<OfficerRegisterChanged, KeepOfficerRegister>();
    }
}
