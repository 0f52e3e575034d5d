using System.Net.Http;
using System.Text;
using Microsoft.AspNetCore.Http;
using Training.Runtime.LocalSidecar.Delivery;
using Training.Runtime.LocalSidecar.Proxy;

namespace Training.Runtime.LocalSidecar.Api;

/// <summary>Service invocation: a request of one app to another.</summary>
internal sealed class InvokeApi(IReadOnlyDictionary<string, App> apps, TimeProvider clock)
{
    private const int Retries = 3;
    private const string BasicUser = "dapr-app-id";
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    /// <summary><c>/v1.0/invoke/{app}/method/{path}</c>.</summary>
    public Task ByPathAsync(HttpContext context, App caller, RequestPath path, string rawTarget)
    {
        var callee = path.Next();
        return path.Take("method") && callee.Length > 0
            ? InvokeAsync(context, caller, callee, string.Concat("/", path.Rest, Query(rawTarget)))
            : ApiError.UnknownPath(context.Request.Path).WriteAsync(context);
    }

    /// <summary>Any other path, with the callee in a header or as the password of basic authentication.</summary>
    public Task ByHeaderAsync(HttpContext context, App caller, string rawTarget)
    {
        var callee = context.Request.Headers[Forwarding.AppIdHeader].ToString();
        if (callee.Length == 0)
            callee = BasicCallee(context.Request.Headers.Authorization.ToString());
        return callee.Length > 0
            ? InvokeAsync(context, caller, callee, string.Concat("/", RequestPath.Of(rawTarget), Query(rawTarget)))
            : ApiError.UnknownPath(context.Request.Path).WriteAsync(context);
    }

    private async Task InvokeAsync(HttpContext context, App caller, string callee, string target)
    {
        if (!apps.TryGetValue(callee, out var app) || app.Connection is not { } connection)
        {
            await new ApiError(404, "ERR_DIRECT_INVOKE", $"app {callee} is not known or has no port. Add it to Sidecar:Apps").WriteAsync(context);
            return;
        }

        using var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        for (var retry = 0; ; retry++)
        {
            using var request = connection.Request(new HttpMethod(context.Request.Method), target, connection.Version.Major == 2);
            if (body.Memory.Length > 0 || context.Request.ContentLength is not null)
                request.Content = new ByteArrayContent(body.Span.ToArray());
            Forwarding.CopyRequestHeaders(context.Request.Headers, request, caller.Id, callee);
            try
            {
                using var response = await connection.SendAsync(request, context.RequestAborted);
                await Forwarding.CopyResponseAsync(response, context.Response, context.RequestAborted);
                return;
            }
            catch (HttpRequestException) when (retry < Retries && !context.Response.HasStarted)
            {
                await Task.Delay(RetryPause, clock, context.RequestAborted);
            }
            catch (HttpRequestException unreached) when (!context.Response.HasStarted)
            {
                await new ApiError(500, "ERR_DIRECT_INVOKE", $"failed to invoke app {callee}: {unreached.GetBaseException().Message}").WriteAsync(context);
                return;
            }
        }
    }

    private static ReadOnlySpan<char> Query(string rawTarget)
    {
        var start = rawTarget.IndexOf('?', StringComparison.Ordinal);
        return start < 0 ? [] : rawTarget.AsSpan(start);
    }

    private static string BasicCallee(string authorization)
    {
        const string scheme = "Basic ";
        var bytes = new byte[authorization.Length];
        if (!authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64Chars(authorization.AsSpan(scheme.Length), bytes, out var length))
            return "";
        var credentials = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return credentials is [BasicUser, var callee] ? callee : "";
    }
}
