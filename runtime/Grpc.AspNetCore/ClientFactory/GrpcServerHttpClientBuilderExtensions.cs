using Grpc.AspNetCore.ClientFactory;
using Grpc.AspNetCore.ClientFactory.Internal;
using Grpc.Core;
using Grpc.Net.ClientFactory;
using Grpc.Net.ClientFactory.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Ties a client to the server calls that it is used in.</summary>
public static class GrpcServerHttpClientBuilderExtensions
{
    /// <summary>Carries the deadline and cancellation of the current <see cref="ServerCallContext"/> over to the calls that are made in it.</summary>
    public static IHttpClientBuilder EnableCallContextPropagation(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ClientNames.Of(builder.Services).Require(builder.Name, nameof(EnableCallContextPropagation));
        builder.Services.AddHttpContextAccessor();
        return builder.AddInterceptor(InterceptorScope.Channel, provider => new ContextPropagationInterceptor(
            provider.GetRequiredService<IHttpContextAccessor>(),
            provider.GetRequiredService<IOptionsMonitor<GrpcContextPropagationOptions>>().Get(builder.Name)));
    }

    /// <summary>Carries the deadline and cancellation of the current <see cref="ServerCallContext"/> over to the calls that are made in it.</summary>
    public static IHttpClientBuilder EnableCallContextPropagation(this IHttpClientBuilder builder, Action<GrpcContextPropagationOptions> configureOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(builder.Name, configureOptions);
        return builder.EnableCallContextPropagation();
    }
}
