using Grpc.Core;
using Grpc.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>The HTTP request of a call, before there is a call.</summary>
internal static class GrpcRequest
{
    /// <summary>Answers a request that is none of gRPC.</summary>
    public static bool TryRefuse(HttpContext http, ILogger log)
    {
        var request = http.Request;
        if (HttpMethods.IsOptions(request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = HttpMethods.Post;
            return true;
        }

        if (!GrpcContentType.Matches(request.ContentType))
        {
            log.UnsupportedContentType(request.ContentType);
            Refuse(http.Response, StatusCodes.Status415UnsupportedMediaType, request.ContentType is null
                ? "Content-Type is missing from the request."
                : $"Content-Type '{request.ContentType}' is not supported.");
            return true;
        }

        if (!HttpProtocol.IsHttp2(request.Protocol) && !HttpProtocol.IsHttp3(request.Protocol))
        {
            log.UnsupportedProtocol(request.Protocol);
            http.Response.Headers.Upgrade = HttpProtocol.Http2;
            Refuse(http.Response, StatusCodes.Status426UpgradeRequired, $"Request protocol '{request.Protocol}' is not supported.");
            return true;
        }

        return false;
    }

    /// <summary>Messages have their own limit; a stream of them has none, and may pause as long as it likes.</summary>
    public static void LiftBodyLimits(IFeatureCollection features, bool requestStreams)
    {
        if (features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        if (requestStreams && features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
    }

    private static void Refuse(HttpResponse response, int httpStatus, string detail)
    {
        response.StatusCode = httpStatus;
        GrpcResponse.SetStatus(response.Headers, new Status(StatusCode.Internal, detail));
    }
}
