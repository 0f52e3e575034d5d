using Dapr.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the Dapr client.</summary>
public static class DaprServiceCollectionExtensions
{
    /// <summary>Adds one <see cref="DaprClient"/> for the whole program, set up from configuration and environment.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Has the last word on the client.</param>
    public static void AddDaprClient(this IServiceCollection services, Action<DaprClientBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => Build(provider, (_, builder) => configure?.Invoke(builder)));
    }

    /// <summary>Adds one <see cref="DaprClient"/> for the whole program, set up from configuration and environment.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Has the last word on the client.</param>
    public static void AddDaprClient(this IServiceCollection services, Action<IServiceProvider, DaprClientBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(provider => Build(provider, configure));
    }

    private static DaprClient Build(IServiceProvider provider, Action<IServiceProvider, DaprClientBuilder> configure)
    {
        var configuration = provider.GetService<IConfiguration>();
        var builder = new DaprClientBuilder()
            .UseHttpEndpoint(DaprDefaults.HttpEndpoint(configuration))
            .UseGrpcEndpoint(DaprDefaults.GrpcEndpoint(configuration));
        if (DaprDefaults.ApiToken(configuration) is { } token)
            builder.UseDaprApiToken(token);
        configure(provider, builder);
        return builder.Build();
    }
}
