using Grpc.AspNetCore.Server.Internal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps gRPC services.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>Maps each method of a service to <c>POST /service/method</c>.</summary>
    /// <typeparam name="TService">The service's class, derived from a generated base. One object serves one call.</typeparam>
    /// <param name="builder">The application's routes.</param>
    /// <returns>The way to say more about the service's endpoints.</returns>
    /// <exception cref="InvalidOperationException"><c>AddGrpc</c> was not called, or the class has no generated base.</exception>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.ServiceProvider.GetService<MappedServices>() is not { } mapped)
            throw new InvalidOperationException("gRPC was not added to the application: call services.AddGrpc() before MapGrpcService.");
        return new GrpcServiceEndpointConventionBuilder(ServiceMapper<TService>.Map(builder, mapped));
    }
}
