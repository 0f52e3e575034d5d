using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Internal;

internal static partial class Log
{
    public const string Category = "Grpc.AspNetCore.Server.ServerCallHandler";

    [LoggerMessage(1, LogLevel.Information, "Request content-type of '{ContentType}' is not supported.", EventName = "UnsupportedRequestContentType")]
    public static partial void UnsupportedContentType(this ILogger log, string? contentType);

    [LoggerMessage(2, LogLevel.Error, "Error when executing service method '{Method}'.", EventName = "ErrorExecutingServiceMethod")]
    public static partial void HandlerFailed(this ILogger log, Exception error, string method);

    [LoggerMessage(3, LogLevel.Information, "Error status code '{StatusCode}' with detail '{Detail}' raised.", EventName = "RpcConnectionError")]
    public static partial void HandlerRefused(this ILogger log, StatusCode statusCode, string detail);

    [LoggerMessage(7, LogLevel.Debug, "Request with timeout of {Timeout} has exceeded its deadline.", EventName = "DeadlineExceeded")]
    public static partial void DeadlineExceeded(this ILogger log, TimeSpan timeout);

    [LoggerMessage(9, LogLevel.Debug, "Request protocol of '{Protocol}' is not supported.", EventName = "UnsupportedRequestProtocol")]
    public static partial void UnsupportedProtocol(this ILogger log, string protocol);

    [LoggerMessage(20, LogLevel.Debug, "The caller of '{Method}' is gone; the handler ended with an exception.", EventName = "CallerGone")]
    public static partial void CallerGone(this ILogger log, Exception error, string method);

    [LoggerMessage(21, LogLevel.Debug, "The answer to '{Method}' after its deadline could not be sent.", EventName = "DeadlineAnswerFailed")]
    public static partial void DeadlineAnswerFailed(this ILogger log, Exception error, string method);

    [LoggerMessage(22, LogLevel.Information, "{Path} names no service or method of this server.", EventName = "Unimplemented")]
    public static partial void Unimplemented(this ILogger log, string path);
}
