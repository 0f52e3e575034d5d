using Microsoft.Extensions.Logging;

namespace Training.Gateway;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The field {Path} failed unexpectedly; its caller was told the trace id {TraceId}.")]
    public static partial void FieldFailed(ILogger logger, Exception error, string path, string traceId);
}
