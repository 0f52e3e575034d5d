using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>A call's responses. A message is on its way when its write is done.</summary>
internal sealed class ResponseStream<T>(ServerCall call, Marshaller<T> marshaller) : IServerStreamWriter<T>
    where T : class
{
    private readonly CancellationToken _cancelled = call.CancellationToken;
    private Task _writing = Task.CompletedTask;

    public WriteOptions? WriteOptions
    {
        get => call.WriteOptions;
        set => call.WriteOptions = value;
    }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        if (message is null)
            return Task.FromException(new ArgumentNullException(nameof(message)));
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        if (_cancelled.IsCancellationRequested || call.IsOver)
            return Task.FromException(new InvalidOperationException("Can't write the message because the request is complete."));
        if (!_writing.IsCompleted)
            return Task.FromException(new InvalidOperationException("Can't write the next message because the previous write is in progress."));

        try
        {
            call.Write(message, marshaller, WriteOptions);
            if (((WriteOptions?.Flags ?? default) & WriteFlags.BufferHint) != 0)
                return Task.CompletedTask;
            var flushing = call.FlushAsync(cancellationToken);
            return flushing.IsCompletedSuccessfully ? Task.CompletedTask : _writing = flushing.AsTask();
        }
        catch (Exception error)
        {
            return Task.FromException(error);
        }
    }
}
