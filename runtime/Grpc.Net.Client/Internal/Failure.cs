using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>What a failure below gRPC means as a gRPC status (http-grpc-status-mapping.md; PROTOCOL-HTTP2.md, "Errors").</summary>
internal static class Failure
{
    private enum Http2Error : long
    {
        RefusedStream = 0x7,
        Cancel = 0x8,
        EnhanceYourCalm = 0xb,
        InadequateSecurity = 0xc,
    }

    /// <summary>The status of an answer that has none of its own.</summary>
    public static StatusCode OfHttp(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.RequestHeaderFieldsTooLarge => StatusCode.Internal,
        HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
        HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
        HttpStatusCode.NotFound => StatusCode.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };

    public static Status Of(Exception exception, string during) => exception switch
    {
        RpcException rpc => rpc.Status,
        _ => new Status(CodeOf(exception), $"{during} {Describe(exception)}", exception),
    };

    private static StatusCode CodeOf(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case HttpProtocolException reset:
                    return OfReset((Http2Error)reset.ErrorCode);
                case SocketException or TimeoutException or EndOfStreamException:
                case HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError or HttpRequestError.ResponseEnded }:
                case HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }:
                    return StatusCode.Unavailable;
            }
        }

        return exception switch
        {
            OperationCanceledException => StatusCode.Cancelled,
            IOException and not HttpIOException => StatusCode.Unavailable,
            _ => StatusCode.Internal,
        };
    }

    private static StatusCode OfReset(Http2Error error) => error switch
    {
        Http2Error.RefusedStream => StatusCode.Unavailable,
        Http2Error.Cancel => StatusCode.Cancelled,
        Http2Error.EnhanceYourCalm => StatusCode.ResourceExhausted,
        Http2Error.InadequateSecurity => StatusCode.PermissionDenied,
        _ => StatusCode.Internal,
    };

    private static string Describe(Exception exception) => exception.InnerException is { } inner && !exception.Message.Contains(inner.Message, StringComparison.Ordinal)
        ? $"{exception.GetType().Name}: {exception.Message} {inner.GetType().Name}: {inner.Message}"
        : $"{exception.GetType().Name}: {exception.Message}";
}
