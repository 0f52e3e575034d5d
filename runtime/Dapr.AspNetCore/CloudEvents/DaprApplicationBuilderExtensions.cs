using Dapr;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts CloudEvents' unwrapping into the pipeline.</summary>
public static class DaprApplicationBuilderExtensions
{
    /// <summary>Endpoints behind this read the data of a CloudEvent as the request's body.</summary>
    public static IApplicationBuilder UseCloudEvents(this IApplicationBuilder builder) =>
        UseCloudEvents(builder, new CloudEventsMiddlewareOptions());

    /// <summary>Endpoints behind this read the data of a CloudEvent as the request's body.</summary>
    public static IApplicationBuilder UseCloudEvents(this IApplicationBuilder builder, CloudEventsMiddlewareOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        return builder.UseMiddleware<CloudEventsMiddleware>(options);
    }
}
