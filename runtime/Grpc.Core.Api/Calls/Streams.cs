namespace Grpc.Core;

/// <summary>Messages as they come. One reader at a time.</summary>
/// <typeparam name="T">The message's type.</typeparam>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message that the last successful <see cref="MoveNext"/> read.</summary>
    T Current { get; }

    /// <summary>Waits for the next message; <c>false</c> at the end of the stream.</summary>
    /// <param name="cancellationToken">Ends the call, not only the wait.</param>
    /// <exception cref="RpcException">The call failed.</exception>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}

/// <summary>Where messages go. One write at a time.</summary>
/// <typeparam name="T">The message's type.</typeparam>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>How the next messages are written, or <c>null</c> for the call's choice.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Sends a message; done when the transport takes more.</summary>
    /// <param name="message">The message.</param>
    Task WriteAsync(T message);

    /// <summary>Sends a message; done when the transport takes more.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the call, not only the write.</param>
    Task WriteAsync(T message, CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? throw new NotSupportedException("This stream writer does not take a cancellation token.")
        : WriteAsync(message);
}

/// <summary>The client's side of a request stream.</summary>
/// <typeparam name="T">The message's type.</typeparam>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Says that no more messages come.</summary>
    Task CompleteAsync();
}

/// <summary>The server's side of a response stream.</summary>
/// <typeparam name="T">The message's type.</typeparam>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>
{
}
