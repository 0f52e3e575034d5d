namespace Grpc.Core;

/// <summary>Reads <c>google.rpc.Status</c> from exceptions.</summary>
public static class RpcExceptionExtensions
{
    /// <summary>The status with details that the call ended with, or <c>null</c>.</summary>
    /// <param name="ex">How the call ended.</param>
    /// <exception cref="Google.Protobuf.InvalidProtocolBufferException">The trailer is no status.</exception>
    public static Google.Rpc.Status? GetRpcStatus(this RpcException ex)
    {
        ArgumentNullException.ThrowIfNull(ex);
        return ex.Trailers.GetRpcStatus();
    }
}
