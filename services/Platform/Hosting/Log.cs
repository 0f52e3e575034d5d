using Microsoft.Extensions.Logging;

namespace Training.Hosting;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Rpc} failed unexpectedly; its caller was told the trace id {TraceId}.")]
    public static partial void Unexpected(ILogger logger, Exception error, string rpc, string traceId);

    [LoggerMessage(2, LogLevel.Information, "{Rpc} was refused: {Reason}.")]
    public static partial void Refused(ILogger logger, string rpc, string reason);

    [LoggerMessage(3, LogLevel.Error, "The identity provider's keys cannot be fetched: nobody can sign in. Check Hosting:Identity:Authority and the network.")]
    public static partial void ProviderUnreachable(ILogger logger, Exception error);

    [LoggerMessage(4, LogLevel.Information, "{App} listens: {Addresses}.")]
    public static partial void Listening(ILogger logger, AppId app, ListeningAddresses addresses);

    [LoggerMessage(5, LogLevel.Information, "{App} stops: not ready from now on; calls in flight may take {DrainTime}.")]
    public static partial void Stopping(ILogger logger, AppId app, TimeSpan drainTime);

    [LoggerMessage(6, LogLevel.Warning, "{Rpc} met a database that is away; its caller was asked to repeat.")]
    public static partial void DatabaseAway(ILogger logger, Exception error, string rpc);
}
