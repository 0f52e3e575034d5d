using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Training.Runtime.LocalSidecar.Delivery;
using Training.Runtime.LocalSidecar.Proxy;

namespace Training.Runtime.LocalSidecar.Api;

/// <summary>Where every request comes in: HTTP/1.1 is the API, HTTP/2 the proxy.</summary>
internal sealed class HttpEdge(SidecarApi api, GrpcProxy proxy)
{
    public Task HandleAsync(HttpContext context)
    {
        var app = context.Features.GetRequiredFeature<App>();
        if (!HttpProtocol.IsHttp2(context.Request.Protocol))
            return AnswerAsync(context, app);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        return proxy.HandleAsync(context, app);
    }

    private async Task AnswerAsync(HttpContext context, App app)
    {
        try
        {
            await api.HandleAsync(context, app);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            var error = bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? ApiError.TooLarge()
                : new ApiError(bad.StatusCode, "ERR_MALFORMED_REQUEST", bad.Message);
            await error.WriteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone.
        }
        catch (OperationCanceledException) when (!context.Response.HasStarted)
        {
            await new ApiError(503, "ERR_SHUTTING_DOWN", "the sidecar is stopping. Try again when it is back").WriteAsync(context);
        }
    }
}
