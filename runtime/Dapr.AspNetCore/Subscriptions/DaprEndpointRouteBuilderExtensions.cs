using Dapr;
using Dapr.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Answers the sidecar's question which topics the program subscribes to.</summary>
public static class DaprEndpointRouteBuilderExtensions
{
    /// <summary>Maps <c>GET /dapr/subscribe</c>.</summary>
    public static IEndpointConventionBuilder MapSubscribeHandler(this IEndpointRouteBuilder endpoints) =>
        MapSubscribeHandler(endpoints, new SubscribeOptions());

    /// <summary>Maps <c>GET /dapr/subscribe</c>.</summary>
    public static IEndpointConventionBuilder MapSubscribeHandler(this IEndpointRouteBuilder endpoints, SubscribeOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return endpoints.MapGet("dapr/subscribe", context =>
        {
            var source = context.RequestServices.GetRequiredService<EndpointDataSource>();
            return context.Response.WriteAsJsonAsync(
                SubscriptionList.Of(source.Endpoints, options?.EnableRawPayload == true), Subscription.Json, context.RequestAborted);
        });
    }
}
