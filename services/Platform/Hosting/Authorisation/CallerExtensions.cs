using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Training.Hosting;

/// <summary>What a gRPC service asks its call.</summary>
public static class CallerExtensions
{
    /// <summary>Who calls. Their roles have been checked.</summary>
    /// <param name="context">The call.</param>
    /// <returns>The caller.</returns>
    public static Caller GetCaller(this ServerCallContext context) =>
        context.GetHttpContext().RequestServices.GetRequiredService<CurrentCall>().Caller;
}
