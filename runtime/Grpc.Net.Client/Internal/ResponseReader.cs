using System.Buffers;
using System.IO.Pipelines;
using System.Net.Http;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Shared;

namespace Grpc.Net.Client.Internal;

/// <summary>Reads the messages of a response and then its status.</summary>
internal sealed class ResponseReader<TResponse>(ClientCall call, Marshaller<TResponse> marshaller) : IAsyncStreamReader<TResponse>
    where TResponse : class
{
    private const int LargestWait = 1024 * 1024;

    private static readonly StreamPipeReaderOptions Buffering = new(bufferSize: 4096, minimumReadSize: 1024);

    private readonly PayloadContext _payload = new();
    private readonly int? _limit = call.Channel.MaxReceiveMessageSize;
    private HttpResponseMessage? _answer;
    private PipeReader? _body;
    private string? _encoding;
    private TResponse? _current;
    private int _reading;

    public TResponse Current => _current ?? throw new InvalidOperationException("There is no current message: MoveNext must have returned true.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _reading, 1) != 0)
            throw new InvalidOperationException("Can't read the next message because the previous read is still in progress: await it first.");
        try
        {
            using var cancelling = cancellationToken.UnsafeRegister(static call => ((ClientCall)call!).Cancel("The call was cancelled while a message was read."), call);
            _current = await NextAsync().ConfigureAwait(false);
            if (_current is not null)
                return true;
            Close();
            return call.Status().StatusCode == StatusCode.OK ? false : throw call.Error();
        }
        finally
        {
            Volatile.Write(ref _reading, 0);
        }
    }

    /// <summary>Reads the response of a call that has exactly one.</summary>
    public async Task<TResponse> SingleAsync()
    {
        var message = await NextAsync().ConfigureAwait(false);
        if (message is not null && await NextAsync().ConfigureAwait(false) is not null)
            throw Broken("Additional data after the message received.");
        Close();
        if (call.Status().StatusCode != StatusCode.OK)
            throw call.Error();
        return message ?? throw new RpcException(new Status(StatusCode.Internal, "The call ended with status OK but without a response message."), call.Trailers());
    }

    /// <summary>The next message; null when the call has ended, whose status then tells how.</summary>
    private async ValueTask<TResponse?> NextAsync()
    {
        if (call.HasEnded || !(_body is not null || await OpenAsync().ConfigureAwait(false)))
            return null;
        try
        {
            var wanted = MessageFrame.HeaderSize;
            while (true)
            {
                var result = await _body!.ReadAtLeastAsync(wanted, CancellationToken.None).ConfigureAwait(false);
                var buffer = result.Buffer;
                if (MessageFrame.TryRead(ref buffer, _limit, out var payload, out var compressed))
                {
                    var message = compressed ? Decompress(payload) : Deserialize(payload);
                    _body.AdvanceTo(buffer.Start);
                    return message;
                }

                if (result.IsCompleted)
                    return buffer.IsEmpty ? Conclude() : throw new RpcException(MessageFrame.Incomplete);

                // Space follows the bytes that arrive, not the length that the peer claims.
                wanted = (int)Math.Min(MessageFrame.WholeLength(buffer), buffer.Length + LargestWait);
                _body.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        catch (Exception e)
        {
            call.Fail(e, "Error reading the response.");
            return null;
        }
    }

    private async Task<bool> OpenAsync()
    {
        _answer = await call.Answer.ConfigureAwait(false);
        if (_answer is null || call.HasEnded)
            return false;
        try
        {
            if (_answer.Headers.NonValidated.TryGetValues(GrpcHeaders.Encoding, out var encoding))
                _encoding = encoding.ToString();
            _body = PipeReader.Create(await _answer.Content.ReadAsStreamAsync(call.Ended).ConfigureAwait(false), Buffering);
            return true;
        }
        catch (Exception e)
        {
            call.Fail(e, "Error reading the response.");
            return false;
        }
    }

    private TResponse Decompress(ReadOnlySequence<byte> payload)
    {
        using var plain = MessageCompression.Decompress(Provider(), payload, _limit);
        return Deserialize(new ReadOnlySequence<byte>(plain.Written));
    }

    private TResponse Deserialize(in ReadOnlySequence<byte> payload)
    {
        try
        {
            return _payload.Read(payload, marshaller);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw new RpcException(new Status(StatusCode.Internal, $"Failed to deserialize response message. {e.Message}", e));
        }
    }

    private ICompressionProvider Provider()
    {
        if (_encoding is null or GrpcHeaders.IdentityEncoding)
            throw new RpcException(new Status(StatusCode.Internal, "The message is compressed but the response's grpc-encoding names no compression."));
        return call.Channel.Compression.TryGetValue(_encoding, out var provider)
            ? provider
            : throw new RpcException(new Status(StatusCode.Unimplemented, $"Unsupported grpc-encoding '{_encoding}'. Supported: {call.Channel.AcceptEncoding}."));
    }

    private TResponse? Conclude()
    {
        call.Conclude(_answer!);
        return null;
    }

    private Exception Broken(string detail)
    {
        Close();
        return call.Fail(new RpcException(new Status(StatusCode.Internal, detail)), "");
    }

    /// <summary>Only the reading side gives the buffers back: ending the call from elsewhere must not take them from under it.</summary>
    private void Close() => _body?.Complete();
}
