using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Training.Curricula.V1;
using Training.Messaging;
using Training.Sanctions.V1;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.Completions;

/// <summary>The doors to the service: everything it registers and every event it reacts to.</summary>
public static class CompletionsModule
{
    /// <summary>Registers the service.</summary>
    public static void AddCompletions(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<CompletionsDb>("completions");
        var services = builder.Services;
        services.AddSingleton<ProgressSignal>();
        services.AddScoped<ProgressChanges>();
        services.AddScoped<Roster>();
        services.AddScoped<RecordLocks>();
        services.AddScoped<AssignmentStatements>();
        services.AddScoped<AssignDuties>();
        services.AddScoped<CreditRuns>();
        services.AddScoped<FollowRoster>();
        services.AddScoped<AssignCampaign>();
        services.AddScoped<TakeCampaignBack>();
        services.AddScoped<AssignRemediation>();
        services.AddScoped<RecordAttempt>();
        services.AddSingleton<DutyMemory>();
        services.AddScoped<KnownDuties>();
        services.AddScoped<AssignmentReader>();
        services.AddScoped<ProgressReader>();
        services.AddScoped<WatchProgress>();
        services.AddScoped<RecordReader>();
        services.AddScoped<TranscriptReader>();
        services.AddScoped<AcceptEquivalent>();
        services.AddScoped<EquivalentReader>();
        services.AddScoped<RecordEquivalent>();
    }

    /// <summary>Maps the service's RPCs and subscriptions.</summary>
    public static void MapCompletions(this WebApplication app)
    {
        app.MapMessaging();
        app.MapGrpcService<AssignmentsService>();
        app.MapGrpcService<TrainingRecordService>();
        app.MapEvent<MembersChanged, FollowRoster>();
        app.MapEvent<CampaignLaunched, AssignCampaign>();
        app.MapEvent<CampaignCancelled, TakeCampaignBack>();
        app.MapEvent<RunFinished, RecordAttempt>();
        app.MapEvent<RemediationOrdered, AssignRemediation>();
    }
}
