using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>The doors to messaging.</summary>
public static class MessagingModule
{
    internal static void AddMessaging(this WebApplicationBuilder builder)
    {
        builder.AddOptions<MessagingOptions>("Messaging");
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<MessagingOptions>, MessagingRules>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddDaprClient();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<AuditSignal>();
        services.AddSingleton<MessagingMetrics>();
        services.AddSingleton<EventRoutes>();
        services.AddSingleton<EventInbox>();
        services.AddSingleton<DeadLetterBox>();
        services.AddSingleton<CommandInterceptor>();
        services.AddScoped<OutboxTable>();
        services.AddScoped<AuditTable>();
        services.AddScoped<OutboxEntries>();
        services.AddScoped<DeadLetters>();
        services.AddScoped<AuditLog>();
        services.AddHostedService<OutboxRelay>();
        services.AddHostedService<AuditSealer>();
        services.Configure<GrpcServiceOptions>(grpc => grpc.Interceptors.Add<CommandInterceptor>());
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: ["ready"])
            .AddCheck<MessagesHealth>("messages", HealthStatus.Degraded, tags: ["ready"]);
    }

    /// <summary>Maps what every service with a database answers: <c>/dapr/subscribe</c>, its dead letters, the Operations RPCs.</summary>
    /// <param name="app">The service.</param>
    public static void MapMessaging(this WebApplication app)
    {
        app.LookAtTheModel();
        app.MapSubscribeHandler();
        app.MapTopic(DeadLetterTopic.Of(app.Services.GetRequiredService<AppId>()), app.Services.GetRequiredService<DeadLetterBox>().KeepAsync);
        app.MapGrpcService<OperationsService>();
    }

    // A model that breaks the rules of tenancy, or a connection string that is none, stops the start and not the first call.
    private static void LookAtTheModel(this WebApplication app)
    {
        using var scope = app.Services.CreateScope();
        _ = scope.ServiceProvider.GetRequiredService<ServiceDb>().Model;
    }

    /// <summary>
    /// Runs the service; with <c>--migrate</c> it brings the database to the newest migration instead and ends, as a job of the installation.
    /// </summary>
    /// <param name="app">The service.</param>
    /// <param name="args">The command line.</param>
    public static Task RunOrMigrateAsync(this WebApplication app, string[] args) =>
        args.Contains("--migrate") ? app.MigrateAsync(CancellationToken.None) : app.RunAsync();

    /// <summary>Brings the service's database to the newest migration; safe to repeat and to kill.</summary>
    /// <param name="app">The service, built and not yet started.</param>
    /// <param name="ct">Stops between two migrations.</param>
    public static async Task MigrateAsync(this WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(ct);
    }
}
