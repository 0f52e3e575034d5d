using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Training.Messaging;

namespace Training.Workforce;

/// <summary>The doors to the service: everything it registers and every event it reacts to.</summary>
public static class WorkforceModule
{
    /// <summary>Registers the service.</summary>
    public static void AddWorkforce(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<WorkforceDb>("workforce");
        builder.Services.AddScoped<RegisterOrganisation>();
        builder.Services.AddScoped<RegisterCodes>();
        builder.Services.AddScoped<OrganisationReader>();
        builder.Services.AddScoped<SiteReader>();
        builder.Services.AddScoped<RosterState>();
        builder.Services.AddScoped<PreviewRoster>();
        builder.Services.AddScoped<ImportRoster>();
        builder.Services.AddScoped<RosterImportReader>();
        builder.Services.AddScoped<MemberWriter>();
        builder.Services.AddScoped<MemberReader>();
        builder.Services.AddScoped<DepartmentReader>();
        builder.Services.AddScoped<DesignateOfficer>();
        builder.Services.AddScoped<EndDesignation>();
        builder.Services.AddScoped<DesignationReader>();
        builder.Services.AddScoped<RegisterWriter>();
    }

    /// <summary>Maps the service's RPCs and subscriptions.</summary>
    public static void MapWorkforce(this WebApplication app)
    {
        app.MapMessaging();
        app.MapGrpcService<OrganisationsService>();
        app.MapGrpcService<RosterService>();
        app.MapGrpcService<OfficerRegisterService>();
    }
}
