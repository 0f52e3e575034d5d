using Grpc.Core;
using Grpc.Shared;

namespace Grpc.Net.Client.Internal;

/// <summary>Writes the messages of a client's stream, one at a time.</summary>
internal sealed class RequestStreamWriter<TRequest>(ClientCall call, StreamingContent content, Marshaller<TRequest> marshaller) : IClientStreamWriter<TRequest>
    where TRequest : class
{
    private readonly MessageWriter _messages = new(call.Channel.MaxSendMessageSize);
    private readonly PooledBuffer _frame = new();
    private int _writing;
    private bool _completed;

    public WriteOptions? WriteOptions { get; set; } = call.WriteOptions;

    /// <summary>The single response, where there is one: it knows better than a failed write why the call ended.</summary>
    public Task? Response { get; set; }

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (Interlocked.Exchange(ref _writing, 1) != 0)
            throw new InvalidOperationException("Can't write the message because the previous write is in progress: await it first.");
        try
        {
            if (_completed)
                throw new InvalidOperationException("Can't write the message because the request stream has been completed.");
            if (call.HasEnded)
                throw call.Error();
            using var cancelling = cancellationToken.UnsafeRegister(static call => ((ClientCall)call!).Cancel("The call was cancelled while a message was written."), call);
            await WriteFrameAsync(message).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _writing, 0);
        }
    }

    public Task CompleteAsync()
    {
        if (Volatile.Read(ref _writing) != 0)
            throw new InvalidOperationException("Can't complete the request stream because a write is in progress: await it first.");
        _completed = true;
        content.Complete();
        return Task.CompletedTask;
    }

    private async Task WriteFrameAsync(TRequest message)
    {
        var flags = WriteOptions?.Flags ?? default;
        try
        {
            _messages.Write(_frame, message, marshaller, flags.HasFlag(WriteFlags.NoCompress) ? null : call.Compression);
        }
        catch (Exception e)
        {
            _frame.Dispose();
            throw call.Fail(e, "Error serializing the request message.");
        }

        try
        {
            var stream = content.Opened.IsCompletedSuccessfully ? await content.Opened.ConfigureAwait(false) : await content.Opened.WaitAsync(call.Ended).ConfigureAwait(false);
            await stream.WriteAsync(_frame.Written, CancellationToken.None).ConfigureAwait(false);
            if (!flags.HasFlag(WriteFlags.BufferHint))
                await stream.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            throw await WhyAsync(e).ConfigureAwait(false);
        }
        finally
        {
            _frame.Dispose();
        }
    }

    /// <summary>A server that ends a call early makes the write fail first; its status follows.</summary>
    private async Task<Exception> WhyAsync(Exception failure)
    {
        if (!call.HasEnded)
            await Task.WhenAny(Response ?? call.Answer, Task.Delay(Timeout.Infinite, call.Ended)).ConfigureAwait(false);
        return call.HasEnded ? call.Error() : new RpcException(Failure.Of(failure, "Error writing the request message."));
    }
}
