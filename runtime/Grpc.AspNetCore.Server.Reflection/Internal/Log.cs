using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Reflection.Internal;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "Could not resolve service descriptor for '{ServiceType}'. The service metadata will not be exposed by the reflection service.", EventName = "ServiceDescriptorNotResolved")]
    public static partial void ServiceDescriptorNotResolved(this ILogger log, Type serviceType);
}
