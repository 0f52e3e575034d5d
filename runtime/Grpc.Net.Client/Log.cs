using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "Sending a gRPC call to {Method}.")]
    public static partial void Sending(ILogger logger, Uri method);

    [LoggerMessage(2, LogLevel.Information, "The gRPC call to {Method} ended with status {Code}: {Detail}")]
    public static partial void Failed(ILogger logger, Uri method, StatusCode code, string detail);

    [LoggerMessage(3, LogLevel.Warning, "The call credentials for {Method} were left out because the channel does not use TLS. Use an https address, or set UnsafeUseInsecureChannelCallCredentials on a network that you trust.")]
    public static partial void CallCredentialsLeftOut(ILogger logger, Uri method);
}
