using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>The gRPC call that an HTTP request carries; a feature of its <c>HttpContext</c>.</summary>
public interface IServerCallContextFeature
{
    /// <summary>The call.</summary>
    ServerCallContext ServerCallContext { get; }
}
