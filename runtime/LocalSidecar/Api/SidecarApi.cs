using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Training.Runtime.LocalSidecar.Delivery;

namespace Training.Runtime.LocalSidecar.Api;

/// <summary>The HTTP API: finds who answers a request.</summary>
internal sealed class SidecarApi(PublishApi publish, BulkPublishApi bulkPublish, OperationsApi operations, InvokeApi invoke)
{
    private static readonly Dictionary<string, string> Lacking = new()
    {
        ["state"] = "state stores",
        ["bindings"] = "bindings",
        ["secrets"] = "secret stores",
        ["configuration"] = "configuration stores",
        ["actors"] = "actors",
        ["workflows"] = "workflows",
        ["jobs"] = "jobs",
        ["lock"] = "distributed locks",
        ["unlock"] = "distributed locks",
        ["crypto"] = "cryptography",
        ["conversation"] = "conversations",
        ["subtlecrypto"] = "cryptography",
        ["job"] = "jobs",
    };

    public Task HandleAsync(HttpContext context, App app)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = new RequestPath(RequestPath.Of(raw));
        var method = context.Request.Method;
        var isStable = path.Take("v1.0");
        if (!isStable && !path.Take("v1.0-alpha1") && !path.Take("v1.0-beta1"))
            return IsAuthorised(context, app) ? invoke.ByHeaderAsync(context, app, raw) : RefuseAsync(context);
        if (isStable && path.Take("healthz"))
            return OperationsApi.HealthAsync(context, app, path);
        if (!IsAuthorised(context, app))
            return RefuseAsync(context);
        if (path.Take("publish"))
            return PublishAsync(context, app, path, method);
        if (isStable && path.Take("invoke"))
            return invoke.ByPathAsync(context, app, path, raw);
        if (isStable && path.Take("metadata"))
            return operations.MetadataAsync(context, app, path);
        if (isStable && path.Take("shutdown"))
            return operations.ShutdownAsync(context, app);
        var name = path.Next();
        return (Lacking.TryGetValue(name, out var what) ? ApiError.Lacking(what) : ApiError.UnknownPath(context.Request.Path)).WriteAsync(context);
    }

    private Task PublishAsync(HttpContext context, App app, RequestPath path, string method)
    {
        if (!HttpMethods.IsPost(method) && !HttpMethods.IsPut(method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        var isBulk = path.Take("bulk");
        var (pubSub, topic) = (path.Next(), path.Tail());
        return isBulk ? bulkPublish.HandleAsync(context, app, pubSub, topic) : publish.HandleAsync(context, app, pubSub, topic);
    }

    private static bool IsAuthorised(HttpContext context, App app) => Token.Matches(context.Request.Headers, app.Settings.ApiToken);

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return context.Response.WriteAsync("invalid api token", context.RequestAborted);
    }
}
