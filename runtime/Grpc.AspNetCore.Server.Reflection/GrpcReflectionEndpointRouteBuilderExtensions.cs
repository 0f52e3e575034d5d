using Grpc.AspNetCore.Server.Reflection.Internal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps gRPC reflection.</summary>
public static class GrpcReflectionEndpointRouteBuilderExtensions
{
    /// <summary>Maps grpc.reflection.v1 and v1alpha: callers can ask which services there are and for their descriptors.</summary>
    /// <param name="builder">The application's routes.</param>
    /// <returns>The way to say more about the endpoints.</returns>
    /// <exception cref="InvalidOperationException"><c>AddGrpcReflection</c> was not called.</exception>
    public static IEndpointConventionBuilder MapGrpcReflectionService(this IEndpointRouteBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(DescriptorIndex)) == false)
            throw new InvalidOperationException("gRPC reflection was not added to the application: call services.AddGrpcReflection() before MapGrpcReflectionService.");
        return new BothVersions(builder.MapGrpcService<ReflectionService>(), builder.MapGrpcService<ReflectionServiceAlpha>());
    }

    private sealed class BothVersions(params IEndpointConventionBuilder[] versions) : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention) => Array.ForEach(versions, version => version.Add(convention));

        public void Finally(Action<EndpointBuilder> finalConvention) => Array.ForEach(versions, version => version.Finally(finalConvention));
    }
}
