using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.ClientFactory;
using Grpc.Net.ClientFactory.Internal;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures a client that AddGrpcClient registered.</summary>
public static class GrpcHttpClientBuilderExtensions
{
    /// <summary>Adds an interceptor that all clients of the name share.</summary>
    public static IHttpClientBuilder AddInterceptor(this IHttpClientBuilder builder, Func<IServiceProvider, Interceptor> configureInvoker) =>
        builder.AddInterceptor(InterceptorScope.Channel, configureInvoker);

    /// <summary>Adds an interceptor with the given life.</summary>
    public static IHttpClientBuilder AddInterceptor(this IHttpClientBuilder builder, InterceptorScope scope, Func<IServiceProvider, Interceptor> configureInvoker)
    {
        ArgumentNullException.ThrowIfNull(configureInvoker);
        return builder.ConfigureGrpcClient(nameof(AddInterceptor), options => options.InterceptorRegistrations.Add(new InterceptorRegistration(scope, configureInvoker)));
    }

    /// <summary>Adds an interceptor that all clients of the name share.</summary>
    public static IHttpClientBuilder AddInterceptor(this IHttpClientBuilder builder, Func<Interceptor> configureInvoker) =>
        builder.AddInterceptor(InterceptorScope.Channel, configureInvoker);

    /// <summary>Adds an interceptor with the given life.</summary>
    public static IHttpClientBuilder AddInterceptor(this IHttpClientBuilder builder, InterceptorScope scope, Func<Interceptor> configureInvoker)
    {
        ArgumentNullException.ThrowIfNull(configureInvoker);
        return builder.AddInterceptor(scope, _ => configureInvoker());
    }

    /// <summary>Adds an interceptor, registered as a service, that all clients of the name share.</summary>
    public static IHttpClientBuilder AddInterceptor<TInterceptor>(this IHttpClientBuilder builder)
        where TInterceptor : Interceptor => builder.AddInterceptor<TInterceptor>(InterceptorScope.Channel);

    /// <summary>Adds an interceptor, registered as a service, with the given life.</summary>
    public static IHttpClientBuilder AddInterceptor<TInterceptor>(this IHttpClientBuilder builder, InterceptorScope scope)
        where TInterceptor : Interceptor => builder.AddInterceptor(scope, provider => provider.GetRequiredService<TInterceptor>());

    /// <summary>Configures the channel that all clients of the name share.</summary>
    public static IHttpClientBuilder ConfigureChannel(this IHttpClientBuilder builder, Action<GrpcChannelOptions> configureChannel)
    {
        ArgumentNullException.ThrowIfNull(configureChannel);
        return builder.ConfigureGrpcClient(nameof(ConfigureChannel), options => options.ChannelOptionsActions.Add(configureChannel));
    }

    /// <summary>Configures the channel that all clients of the name share.</summary>
    public static IHttpClientBuilder ConfigureChannel(this IHttpClientBuilder builder, Action<IServiceProvider, GrpcChannelOptions> configureChannel)
    {
        ArgumentNullException.ThrowIfNull(configureChannel);
        ClientNames.Of(builder.Services).Require(builder.Name, nameof(ConfigureChannel));
        builder.Services.AddSingleton<IConfigureOptions<GrpcClientFactoryOptions>>(provider => new ConfigureNamedOptions<GrpcClientFactoryOptions>(
            builder.Name,
            options => options.ChannelOptionsActions.Add(channel => configureChannel(provider, channel))));
        return builder;
    }

    /// <summary>Adds metadata, such as a bearer token, to each call; sent over TLS only, unless the channel's options allow otherwise.</summary>
    public static IHttpClientBuilder AddCallCredentials(this IHttpClientBuilder builder, Func<AuthInterceptorContext, Metadata, Task> authInterceptor)
    {
        ArgumentNullException.ThrowIfNull(authInterceptor);
        return builder.AddCallCredentials(CallCredentials.FromInterceptor((context, metadata) => authInterceptor(context, metadata)));
    }

    /// <summary>Adds metadata, such as a bearer token, to each call; sent over TLS only, unless the channel's options allow otherwise.</summary>
    public static IHttpClientBuilder AddCallCredentials(this IHttpClientBuilder builder, Func<AuthInterceptorContext, Metadata, IServiceProvider, Task> authInterceptor)
    {
        ArgumentNullException.ThrowIfNull(authInterceptor);
        return builder.AddCallCredentials(provider => CallCredentials.FromInterceptor((context, metadata) => authInterceptor(context, metadata, provider)));
    }

    /// <summary>Adds credentials to each call; sent over TLS only, unless the channel's options allow otherwise.</summary>
    public static IHttpClientBuilder AddCallCredentials(this IHttpClientBuilder builder, CallCredentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return builder.AddCallCredentials(_ => credentials);
    }

    /// <summary>Has clients of the name made by a delegate.</summary>
    public static IHttpClientBuilder ConfigureGrpcClientCreator(this IHttpClientBuilder builder, Func<CallInvoker, object> configureCreator)
    {
        ArgumentNullException.ThrowIfNull(configureCreator);
        return builder.ConfigureGrpcClient(nameof(ConfigureGrpcClientCreator), options => options.Creator = configureCreator);
    }

    private static IHttpClientBuilder AddCallCredentials(this IHttpClientBuilder builder, Func<IServiceProvider, CallCredentials> credentials) =>
        builder.ConfigureGrpcClient(nameof(AddCallCredentials), options => options.CallOptionsActions.Add(call =>
        {
            var added = credentials(call.ServiceProvider);
            call.CallOptions = call.CallOptions.WithCredentials(call.CallOptions.Credentials is { } own ? CallCredentials.Compose(own, added) : added);
        }));

    private static IHttpClientBuilder ConfigureGrpcClient(this IHttpClientBuilder builder, string caller, Action<GrpcClientFactoryOptions> configure)
    {
        ClientNames.Of(builder.Services).Require(builder.Name, caller);
        builder.Services.Configure(builder.Name, configure);
        return builder;
    }
}
