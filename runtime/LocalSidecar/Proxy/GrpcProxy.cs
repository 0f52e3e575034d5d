using System.Net.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Training.Runtime.LocalSidecar.Api;
using Training.Runtime.LocalSidecar.Delivery;

namespace Training.Runtime.LocalSidecar.Proxy;

/// <summary>Passes gRPC calls to the app that their metadata names, frame by frame, without knowing their messages.</summary>
internal sealed class GrpcProxy(IReadOnlyDictionary<string, App> apps)
{
    private const int Unknown = 2;
    private const int ResourceExhausted = 8;
    private const int Unimplemented = 12;
    private const int Unavailable = 14;
    private const int Unauthenticated = 16;

    /// <summary>HTTP/2's error code INTERNAL_ERROR, where the callee gave none.</summary>
    private const long InternalError = 2;

    public async Task HandleAsync(HttpContext context, App caller)
    {
        var headers = context.Request.Headers;
        if (!Token.Matches(headers, caller.Settings.ApiToken))
        {
            Refuse(context, Unauthenticated, "authentication error: api token mismatch");
            return;
        }

        var callee = headers[Forwarding.CalleeHeader].ToString();
        if (callee.Length == 0)
            callee = headers[Forwarding.AppIdHeader].ToString();
        if (callee.Length == 0)
        {
            if (context.Request.Path.StartsWithSegments("/dapr.proto.runtime.v1.Dapr", StringComparison.Ordinal))
                Refuse(context, Unimplemented, $"the local sidecar does not have the gRPC API ({context.Request.Path}). Use its HTTP API");
            else
                Refuse(context, Unknown, $"failed to proxy request: required metadata {Forwarding.CalleeHeader} or {Forwarding.AppIdHeader} not found");
            return;
        }

        if (!apps.TryGetValue(callee, out var app) || app.Connection is not { } connection)
        {
            Refuse(context, Unknown, $"failed to proxy request: app {callee} is not known or has no port. Add it to Sidecar:Apps");
            return;
        }

        await ForwardAsync(context, connection, caller.Id, callee);
    }

    private static async Task ForwardAsync(HttpContext context, AppConnection connection, string caller, string callee)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = connection.Request(new HttpMethod(context.Request.Method), target, overHttp2: true);
        var body = new StreamedContent(context.Request.BodyReader);
        request.Content = body;
        Forwarding.CopyRequestHeaders(context.Request.Headers, request, caller, callee);
        try
        {
            using var response = await connection.SendAsync(request, context.RequestAborted);
            await Forwarding.CopyResponseAsync(response, context.Response, context.RequestAborted);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            // If the caller has gone, disposing of the request has told the callee.
            if (context.RequestAborted.IsCancellationRequested)
                return;
            if (body.IsTooLarge && !context.Response.HasStarted)
                Refuse(context, ResourceExhausted, $"a message through the sidecar may have {MessageLimit.Largest} bytes");
            else if (ResetCode(failure) is { } code)
                Reset(context, code);
            else if (context.Response.HasStarted)
                Reset(context, InternalError);
            else
                Refuse(context, Unavailable, $"app {callee} could not be reached: {failure.GetBaseException().Message}");
        }
    }

    /// <summary>With which code the callee reset the stream; null if that is not what happened.</summary>
    private static long? ResetCode(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpProtocolException protocol)
                return protocol.ErrorCode;
        }

        return null;
    }

    private static void Reset(HttpContext context, long code) =>
        context.Features.GetRequiredFeature<IHttpResetFeature>().Reset((int)code);

    /// <summary>A gRPC error without a body: status and message are headers.</summary>
    private static void Refuse(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Response.Headers["grpc-message"] = Uri.EscapeDataString(message);
    }
}
