using System.Diagnostics;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Training.Hosting;

/// <summary>
/// Tells the server's span what the framework leaves out: a name that says what was called, the HTTP and gRPC tags, and the
/// app (of several in one process, one exports for all). Costs nothing while nobody listens.
/// </summary>
internal static class ServerSpan
{
    private const string App = "training.app";

    public static void UseServerSpan(this IApplicationBuilder builder, AppId app)
    {
        var tag = new KeyValuePair<string, object?>(App, app.Value);
        builder.Use(next => http =>
        {
            http.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(tag);
            var span = http.Features.Get<IHttpActivityFeature>()?.Activity;
            return span is { IsAllDataRequested: true } && span.Source.HasListeners() ? Describe(next, http, span, app) : next(http);
        });
    }

    private static async Task Describe(RequestDelegate next, HttpContext http, Activity span, AppId app)
    {
        span.SetTag(App, app.Value);
        try
        {
            await next(http);
        }
        finally
        {
            DescribeHttp(span, http);
            if (GrpcStatus(http) is { } status)
                DescribeRpc(span, http.Request.Path, status);
        }
    }

    private static void DescribeHttp(Activity span, HttpContext http)
    {
        var request = http.Request;
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? request.Method : $"{request.Method} {route}";
        span.SetTag("http.request.method", request.Method);
        span.SetTag("http.route", route);
        span.SetTag("url.scheme", request.Scheme);
        span.SetTag("url.path", request.Path.Value);
        span.SetTag("http.response.status_code", http.Response.StatusCode);
        span.SetTag("network.protocol.version", HttpProtocol.IsHttp2(request.Protocol) ? "2" : "1.1");
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            span.SetStatus(ActivityStatusCode.Error);
    }

    private static void DescribeRpc(Activity span, PathString path, int status)
    {
        var name = path.Value!.TrimStart('/');
        var method = name.LastIndexOf('/');
        span.DisplayName = name;
        span.SetTag("rpc.system", "grpc");
        span.SetTag("rpc.service", method > 0 ? name[..method] : name);
        span.SetTag("rpc.method", name[(method + 1)..]);
        span.SetTag("rpc.grpc.status_code", status);
        if (IsOurFault((StatusCode)status))
            span.SetStatus(ActivityStatusCode.Error);
    }

    private static bool IsOurFault(StatusCode status) => status
        is StatusCode.Unknown or StatusCode.DeadlineExceeded or StatusCode.Unimplemented
        or StatusCode.Internal or StatusCode.Unavailable or StatusCode.DataLoss;

    // In the trailers of a whole answer, in the headers of one that is nothing but a status.
    private static int? GrpcStatus(HttpContext http)
    {
        StringValues status = default;
        return (http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers.TryGetValue("grpc-status", out status) == true
                || http.Response.Headers.TryGetValue("grpc-status", out status))
            && int.TryParse(status, out var code)
            ? code
            : null;
    }
}
