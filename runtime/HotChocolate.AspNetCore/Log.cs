using Microsoft.Extensions.Logging;

namespace HotChocolate;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The operation \"{Operation}\" failed at {Path}.")]
    public static partial void ExecutionFailed(ILogger logger, string operation, string path, Exception problem);

    [LoggerMessage(2, LogLevel.Error, "An error filter failed in the operation \"{Operation}\"; the client was told of an unexpected error.")]
    public static partial void ErrorFilterFailed(ILogger logger, string operation, Exception problem);

    [LoggerMessage(3, LogLevel.Error, "An operation on a WebSocket connection failed.")]
    public static partial void OperationFailed(ILogger logger, Exception error);
}
