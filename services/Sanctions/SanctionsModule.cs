using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Training.Completions.V1;
using Training.Messaging;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.Sanctions;

/// <summary>The doors to the service: everything it registers and every event it reacts to.</summary>
public static class SanctionsModule
{
    /// <summary>Registers the service.</summary>
    public static void AddSanctions(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<SanctionsDb>("sanctions");
        var services = builder.Services;
        services.AddSingleton<ReadPolicies>();
        services.AddScoped<PolicyShelf>();
        services.AddScoped<PublishPolicy>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<Officers>();
        services.AddScoped<EarlierViolations>();
        services.AddScoped<TrainingRecords>();
        services.AddScoped<HandOffIncident>();
        services.AddScoped<DecidePhiImpact>();
        services.AddScoped<AnswerExemptionQuestions>();
        services.AddScoped<RecordIndependentReview>();
        services.AddScoped<SignClosure>();
        services.AddScoped<ProposeSanction>();
        services.AddScoped<SignSanction>();
        services.AddScoped<ExecuteSanction>();
        services.AddScoped<CaseReader>();
        services.AddScoped<KnowMembers>();
        services.AddScoped<KnowOfficers>();
        services.AddScoped<KnowScenario>();
        services.AddScoped<KnowRun>();
        services.AddScoped<CompleteRemediation>();
    }

    /// <summary>Maps the service's RPCs and subscriptions.</summary>
    public static void MapSanctions(this WebApplication app)
    {
        app.MapMessaging();
        app.MapGrpcService<SanctionPoliciesService>();
        app.MapGrpcService<CasesService>();
        app.MapEvent<MembersChanged, KnowMembers>();
        app.MapEvent<OfficerRegisterChanged, KnowOfficers>();
        app.MapEvent<ScenarioPublished, KnowScenario>();
        app.MapEvent<RunFinished, KnowRun>();
        app.MapEvent<AssignmentCompleted, CompleteRemediation>();
    }
}
