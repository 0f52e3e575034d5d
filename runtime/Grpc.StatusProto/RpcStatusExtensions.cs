namespace Grpc.Core;

/// <summary>Makes exceptions of <c>google.rpc.Status</c>.</summary>
public static class RpcStatusExtensions
{
    /// <summary>An exception that ends the call with this status and its details. A code that gRPC lacks becomes UNKNOWN.</summary>
    /// <param name="status">The status.</param>
    public static RpcException ToRpcException(this Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        var code = (StatusCode)status.Code;
        return status.ToRpcException(Enum.IsDefined(code) ? code : StatusCode.Unknown, status.Message);
    }

    /// <summary>An exception that ends the call with these details and another code and text.</summary>
    /// <param name="status">The status that travels as details.</param>
    /// <param name="statusCode">The call's code.</param>
    /// <param name="message">The call's text.</param>
    public static RpcException ToRpcException(this Google.Rpc.Status status, StatusCode statusCode, string message)
    {
        ArgumentNullException.ThrowIfNull(status);
        var trailers = new Metadata();
        trailers.SetRpcStatus(status);
        return new RpcException(new Status(statusCode, message), trailers);
    }
}
