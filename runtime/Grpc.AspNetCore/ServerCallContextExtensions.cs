using Grpc.AspNetCore.Server.Internal;
using Microsoft.AspNetCore.Http;

namespace Grpc.Core;

/// <summary>The HTTP side of a gRPC call.</summary>
public static class ServerCallContextExtensions
{
    private const string HttpContextKey = "__HttpContext";

    /// <summary>The HTTP request that carries the call.</summary>
    /// <param name="serverCallContext">The call.</param>
    /// <exception cref="InvalidOperationException">The call is not served by ASP.NET Core.</exception>
    public static HttpContext GetHttpContext(this ServerCallContext serverCallContext)
    {
        ArgumentNullException.ThrowIfNull(serverCallContext);
        if (serverCallContext is ServerCall call)
            return call.Http;
        return serverCallContext.UserState.TryGetValue(HttpContextKey, out var context) && context is HttpContext http
            ? http
            : throw new InvalidOperationException($"This call has no HttpContext: it is not served by ASP.NET Core. A test puts one into UserState[\"{HttpContextKey}\"].");
    }
}
