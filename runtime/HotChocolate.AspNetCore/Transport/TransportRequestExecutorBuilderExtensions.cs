using HotChocolate.AspNetCore;
using HotChocolate.AspNetCore.Subscriptions;
using HotChocolate.Execution.Configuration;
using HotChocolate.PersistedOperations;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says what the GraphQL endpoint offers and whom it trusts.</summary>
public static class TransportRequestExecutorBuilderExtensions
{
    /// <summary>Changes what the endpoint offers.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder ModifyServerOptions(this IRequestExecutorBuilder builder, Action<GraphQLServerOptions> configure)
    {
        configure(RequestExecutorBuilder.SetupOf(builder).Server);
        return builder;
    }

    /// <summary>Lets a class of the application decide on WebSocket connections.</summary>
    /// <typeparam name="T">The class; made once.</typeparam>
    /// <param name="builder">The server's builder.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddSocketSessionInterceptor<T>(this IRequestExecutorBuilder builder)
        where T : class, ISocketSessionInterceptor
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<ISocketSessionInterceptor, T>());
        return builder;
    }

    /// <summary>Lets requests name trusted documents by <c>id</c>; here they always can, once a store is added.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder UsePersistedOperationPipeline(this IRequestExecutorBuilder builder) => builder;

    /// <summary>Takes trusted documents from files, each named after its id with the ending <c>.graphql</c>.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <param name="cacheDirectory">The folder; relative to the current one; <c>null</c> for the current one itself.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddFileSystemOperationDocumentStorage(this IRequestExecutorBuilder builder, string? cacheDirectory = null)
    {
        RequestExecutorBuilder.SetupOf(builder).TrustedDocuments = new TrustedDocumentFolder(Path.GetFullPath(cacheDirectory ?? "."));
        return builder;
    }

    internal static void AddTransport(this IServiceCollection services, SchemaSetup setup)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ISocketSessionInterceptor, DefaultSocketSessionInterceptor>();
        services.TryAddSingleton(provider => TransportTiming.Default(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new TransportSettings(setup.Server, setup.MaxRequestSize, provider.GetRequiredService<TransportTiming>()));
        services.TryAddSingleton<SocketEndpoint>();
        services.TryAddSingleton<GraphQLEndpoint>();
    }
}
