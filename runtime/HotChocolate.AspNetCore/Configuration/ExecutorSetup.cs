using HotChocolate.Building;
using HotChocolate.TypeSystem;
using HotChocolate.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HotChocolate.Execution.Configuration;

/// <summary>Makes the server's parts of what the application says of them.</summary>
internal static class ExecutorSetup
{
    public static void Add(IServiceCollection services, SchemaSetup setup)
    {
        services.AddSingleton(setup);
        services.AddSingleton(provider => SchemaBuilder.Build(setup, provider.GetService<IServiceProviderIsService>()));
        services.AddSingleton(provider => Options(setup, provider));
        services.AddSingleton(provider => new RequestExecutor(
            provider.GetRequiredService<Schema>(), provider.GetRequiredService<ExecutionOptions>(), provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<RequestExecutor>>()));
        services.AddHostedService<SchemaAtStart>();
    }

    private static ExecutionOptions Options(SchemaSetup setup, IServiceProvider provider)
    {
        var filters = new ErrorFilters(provider.GetServices<IErrorFilter>());
        var isDevelopment = provider.GetService<IHostEnvironment>()?.IsDevelopment() ?? false;
        return new ExecutionOptions
        {
            Timeout = setup.Requests.ExecutionTimeout,
            IncludeExceptionDetails = setup.Requests.IncludeExceptionDetails,
            OnlyTrustedDocuments = setup.Requests.PersistedOperations.OnlyAllowPersistedDocuments,
            Validation = ValidationLimits.Default with { AllowIntrospection = isDevelopment || !setup.HasDefaultSecurity },
            TrustedDocuments = setup.TrustedDocuments is { } trusted ? trusted.Find : null,
            Cost = new CostLimits
            {
                MaxFieldCost = setup.Cost.MaxFieldCost,
                MaxTypeCost = setup.Cost.MaxTypeCost,
                Enforce = setup.Cost.EnforceCostLimits && setup.HasDefaultSecurity,
            },
            ErrorsOf = ErrorFilters.ErrorsOf,
            Filter = filters.Apply,
        };
    }

    /// <summary>A schema that cannot be built stops the application when it starts, not at the first request.</summary>
    private sealed class SchemaAtStart(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            services.GetRequiredService<RequestExecutor>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
