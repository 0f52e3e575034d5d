using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Training.Hosting;

/// <summary>The two doors: what every service needs before it can do anything of its own.</summary>
public static class HostingExtensions
{
    /// <summary>
    /// Adds configuration checked at start (section <c>Hosting</c>), both ports, health, telemetry, structured logs, identity,
    /// and gRPC that refuses whoever the contract does not admit and answers errors in one way.
    /// </summary>
    /// <param name="builder">The app.</param>
    /// <param name="app">Its name: lower-case words joined by hyphens.</param>
    public static void AddHosting(this WebApplicationBuilder builder, string app)
    {
        var services = builder.Services;
        builder.AddFoundation(app);
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelSetup>();

        services.AddGrpcHealthChecks(health => health.Services.Map("", check => check.Tags.Contains(Readiness.Tag)));

        services.AddGrpc(grpc =>
        {
            grpc.Interceptors.Add<ErrorInterceptor>();
            grpc.Interceptors.Add<AuthorisationInterceptor>();
        });
        services.AddOptions<GrpcServiceOptions>().Configure<IOptions<HostingOptions>>(
            (grpc, hosting) => grpc.MaxReceiveMessageSize = hosting.Value.MaxMessageBytes);
        if (builder.Environment.IsDevelopment())
            services.AddGrpcReflection();
    }

    /// <summary>
    /// Adds the same to an app for browsers and other systems, as far as it needs it: configuration, one HTTP/1.1 port, health, telemetry, structured logs and
    /// identity. It serves no gRPC.
    /// </summary>
    /// <param name="builder">The app.</param>
    /// <param name="app">Its name: lower-case words joined by hyphens.</param>
    public static void AddWebHosting(this WebApplicationBuilder builder, string app)
    {
        builder.AddFoundation(app);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IConfigureOptions<KestrelServerOptions>, WebKestrelSetup>();
    }

    /// <summary>Maps probes, the standard health service and, in Development, reflection. Call it before mapping anything else.</summary>
    /// <param name="app">The app.</param>
    public static void MapHosting(this WebApplication app)
    {
        app.Services.GetRequiredService<TrustedIssuers>(); // a damaged key stops the start, not the first call
        app.UseServerSpan(app.Services.GetRequiredService<AppId>());
        app.UseProbePortForProbesOnly();
        app.MapProbes();
        app.MapGrpcHealthChecksService();
        if (app.Environment.IsDevelopment())
            app.MapGrpcReflectionService();
    }

    /// <summary>Maps the probes of an app for browsers and other systems. Call it before mapping anything else.</summary>
    /// <param name="app">The app.</param>
    public static void MapWebHosting(this WebApplication app)
    {
        app.Services.GetRequiredService<TrustedIssuers>(); // a damaged key stops the start, not the first call
        app.UseServerSpan(app.Services.GetRequiredService<AppId>());
        app.MapProbes();
    }

    private static void AddFoundation(this WebApplicationBuilder builder, string app)
    {
        var services = builder.Services;
        services.AddSingleton(new AppId(app));
        services.TryAddSingleton(TimeProvider.System);

        builder.AddHostingOptions();
        builder.AddLogs();
        builder.AddIdentity();

        services.AddSingleton<ListeningAddresses>();
        services.AddHostedService<TelemetryExport>();

        services.AddSingleton<Readiness>();
        services.AddHostedService(provider => provider.GetRequiredService<Readiness>());
        services.AddHealthChecks().AddCheck<Readiness>("app", tags: [Readiness.Tag]);
    }
}
