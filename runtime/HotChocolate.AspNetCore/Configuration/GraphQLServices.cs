using HotChocolate.Execution.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the GraphQL server.</summary>
public static class HotChocolateAspNetCoreServiceCollectionExtensions
{
    private const int DefaultMaxRequestSize = 20 * 1000 * 1024;

    /// <summary>Adds a GraphQL server; <c>MapGraphQL</c> gives it a path.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="schemaName">The schema's name; there is only the default one here.</param>
    /// <param name="maxAllowedRequestSize">The most bytes that a request's body may have.</param>
    /// <param name="disableDefaultSecurity">Whether to allow introspection outside Development and any cost.</param>
    /// <returns>What configures the server.</returns>
    /// <exception cref="NotSupportedException">Another schema name than the default.</exception>
    public static IRequestExecutorBuilder AddGraphQLServer(
        this IServiceCollection services, string? schemaName = null, int maxAllowedRequestSize = DefaultMaxRequestSize, bool disableDefaultSecurity = false)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (schemaName is not null and not RequestExecutorBuilder.DefaultName)
            throw new NotSupportedException($"There is one schema, without a name: leave out '{schemaName}'.");

        var setup = (SchemaSetup?)services.LastOrDefault(service => service.ServiceType == typeof(SchemaSetup))?.ImplementationInstance;
        if (setup is null)
        {
            ExecutorSetup.Add(services, setup = new SchemaSetup { MaxRequestSize = maxAllowedRequestSize, HasDefaultSecurity = !disableDefaultSecurity });
            services.AddTransport(setup);
        }

        return new RequestExecutorBuilder(services, setup);
    }
}
