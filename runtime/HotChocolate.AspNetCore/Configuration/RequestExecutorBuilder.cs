using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Execution.Configuration;

internal sealed class RequestExecutorBuilder(IServiceCollection services, SchemaSetup setup) : IRequestExecutorBuilder
{
    public const string DefaultName = "_Default";

    public string Name => DefaultName;

    public IServiceCollection Services { get; } = services;

    public SchemaSetup Setup { get; } = setup;

    public static SchemaSetup SetupOf(IRequestExecutorBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return ((RequestExecutorBuilder)builder).Setup;
    }
}
