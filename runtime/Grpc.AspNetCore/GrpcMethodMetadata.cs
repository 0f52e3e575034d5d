using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Says of an endpoint that it is a gRPC method, and which.</summary>
public sealed class GrpcMethodMetadata
{
    /// <summary>Names the method.</summary>
    /// <param name="serviceType">The class that serves it.</param>
    /// <param name="method">The method.</param>
    public GrpcMethodMetadata(Type serviceType, IMethod method)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        ArgumentNullException.ThrowIfNull(method);
        ServiceType = serviceType;
        Method = method;
    }

    /// <summary>The class that serves it.</summary>
    public Type ServiceType { get; }

    /// <summary>The method.</summary>
    public IMethod Method { get; }
}
