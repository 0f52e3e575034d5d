using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Training.Completions.V1;
using Training.Curricula.V1;
using Training.Hosting;
using Training.Sanctions.V1;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.Gateway;

/// <summary>A gRPC client for each service of each contract.</summary>
internal static class UpstreamRegistration
{
    public static void AddUpstream(this WebApplicationBuilder builder)
    {
        builder.AddOptions<UpstreamOptions>(UpstreamOptions.Section);
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddSingleton<UpstreamCalls>();

        Add<Organisations.OrganisationsClient>(services, upstream => upstream.Workforce);
        Add<Roster.RosterClient>(services, upstream => upstream.Workforce);
        Add<OfficerRegister.OfficerRegisterClient>(services, upstream => upstream.Workforce);
        Add<CurriculumLibrary.CurriculumLibraryClient>(services, upstream => upstream.Curricula);
        Add<Campaigns.CampaignsClient>(services, upstream => upstream.Curricula);
        Add<ScenarioLibrary.ScenarioLibraryClient>(services, upstream => upstream.Scenarios);
        Add<Runs.RunsClient>(services, upstream => upstream.Scenarios);
        Add<Assignments.AssignmentsClient>(services, upstream => upstream.Completions);
        Add<TrainingRecord.TrainingRecordClient>(services, upstream => upstream.Completions);
        Add<SanctionPolicies.SanctionPoliciesClient>(services, upstream => upstream.Sanctions);
        Add<Cases.CasesClient>(services, upstream => upstream.Sanctions);
    }

    private static void Add<TClient>(IServiceCollection services, Func<UpstreamOptions, Uri?> address)
        where TClient : class =>
        services.AddGrpcClient<TClient>((provider, client) => client.Address = address(provider.GetRequiredService<IOptions<UpstreamOptions>>().Value))
            .RemoveAllLoggers() // they would open two scopes for each call, and say nothing
            .AddInterceptor<UpstreamCalls>();
}
