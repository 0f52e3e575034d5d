namespace Grpc.Core;

/// <summary>A call that did not end with OK: thrown by clients, and by handlers to choose the status.</summary>
public class RpcException : Exception
{
    /// <summary>An exception without trailers.</summary>
    /// <param name="status">How the call ended.</param>
    public RpcException(Status status) : this(status, Metadata.Empty, status.ToString())
    {
    }

    /// <summary>An exception without trailers and with its own message.</summary>
    /// <param name="status">How the call ended.</param>
    /// <param name="message">The exception's message; it does not travel.</param>
    public RpcException(Status status, string message) : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>An exception with trailers.</summary>
    /// <param name="status">How the call ended.</param>
    /// <param name="trailers">Trailing metadata, such as <c>grpc-status-details-bin</c>.</param>
    public RpcException(Status status, Metadata trailers) : this(status, trailers, status.ToString())
    {
    }

    /// <summary>An exception with trailers and its own message.</summary>
    /// <param name="status">How the call ended.</param>
    /// <param name="trailers">Trailing metadata.</param>
    /// <param name="message">The exception's message; it does not travel.</param>
    public RpcException(Status status, Metadata trailers, string message) : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    /// <summary>How the call ended.</summary>
    public Status Status { get; }

    /// <summary>The status code alone, handy in exception filters.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>Trailing metadata; empty when there is none.</summary>
    public Metadata Trailers { get; }
}
