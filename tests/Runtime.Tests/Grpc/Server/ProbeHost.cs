using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>A server of the probe, for the tests of a class one after the other.</summary>
public abstract class ProbeHost : IAsyncLifetime
{
    internal Probe Probe { get; } = new();

    internal GrpcHost Host { get; private set; } = null!;

    public virtual async Task InitializeAsync() => Host = await StartAsync(_ => { });

    public virtual Task DisposeAsync() => Host.DisposeAsync().AsTask();

    internal Task<GrpcHost> StartAsync(Action<GrpcServiceOptions> options, Action<WebApplicationBuilder>? configure = null) => GrpcHost.StartAsync(
        app => app.MapGrpcService<ProbeService>(),
        builder =>
        {
            builder.Services.AddSingleton(Probe);
            builder.Services.AddGrpc(options);
            configure?.Invoke(builder);
        });
}
