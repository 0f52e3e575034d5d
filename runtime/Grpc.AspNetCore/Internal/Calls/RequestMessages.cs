using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Shared;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Reads a call's messages straight from the request's pipe.</summary>
internal sealed class RequestMessages(HttpContext http, MethodOptions options)
{
    private static readonly Status Additional = new(StatusCode.Internal, "Additional data after the message received.");

    private readonly PipeReader _body = http.Request.BodyReader;
    private readonly PayloadContext _payload = new();
    private ICompressionProvider? _encoding;

    /// <summary>Set when a read failed because the caller reset the stream or lost the connection.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The one message of a request that has only one, read to the request's end.</summary>
    public async ValueTask<T> ReadOnlyMessageAsync<T>(Marshaller<T> marshaller)
        where T : class
    {
        T? message = null;
        try
        {
            while (true)
            {
                var read = await _body.ReadAsync();
                var rest = read.Buffer;
                var waiting = false;
                try
                {
                    waiting = message is null && !TryRead(ref rest, marshaller, out message);
                    if (message is not null && !rest.IsEmpty)
                        throw new RpcException(Additional);
                    if (read.IsCompleted)
                        return message ?? throw new RpcException(MessageFrame.Incomplete);
                }
                finally
                {
                    _body.AdvanceTo(rest.Start, waiting ? rest.End : rest.Start);
                }
            }
        }
        catch (IOException)
        {
            IsBroken = true;
            throw;
        }
    }

    /// <summary>The next message, or null at the end of the request.</summary>
    public ValueTask<T?> ReadNextAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            if (_body.TryRead(out var read) && TryTake(read, marshaller, out var message))
                return new ValueTask<T?>(message);
        }
        catch (IOException)
        {
            IsBroken = true;
            throw;
        }

        return WaitAsync(marshaller, cancellationToken);
    }

    private async ValueTask<T?> WaitAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            while (true)
            {
                var read = await _body.ReadAsync(cancellationToken);
                if (TryTake(read, marshaller, out var message))
                    return message;
            }
        }
        catch (IOException)
        {
            IsBroken = true;
            throw;
        }
    }

    /// <summary>True with a message, or with null at the end of the request; false when more must come.</summary>
    private bool TryTake<T>(in ReadResult read, Marshaller<T> marshaller, out T? message)
        where T : class
    {
        var rest = read.Buffer;
        var waiting = false;
        try
        {
            waiting = !TryRead(ref rest, marshaller, out message);
            if (!waiting)
                return true;
            if (!read.IsCompleted)
                return false;
            if (!rest.IsEmpty)
                throw new RpcException(MessageFrame.Incomplete);
            return true;
        }
        finally
        {
            _body.AdvanceTo(rest.Start, waiting ? rest.End : rest.Start);
        }
    }

    private bool TryRead<T>(ref ReadOnlySequence<byte> buffer, Marshaller<T> marshaller, [NotNullWhen(true)] out T? message)
        where T : class
    {
        message = null;
        if (!MessageFrame.TryRead(ref buffer, options.MaxReceiveMessageSize, out var payload, out var compressed))
            return false;
        ServerEvents.Log.MessageReceived();
        if (!compressed)
        {
            message = Deserialize(payload, marshaller);
            return true;
        }

        using var plain = MessageCompression.Decompress(_encoding ??= Encoding(), payload, options.MaxReceiveMessageSize);
        message = Deserialize(new ReadOnlySequence<byte>(plain.Written), marshaller);
        return true;
    }

    private T Deserialize<T>(in ReadOnlySequence<byte> payload, Marshaller<T> marshaller)
    {
        try
        {
            return _payload.Read(payload, marshaller);
        }
        catch (Exception error) when (error is not RpcException)
        {
            throw new RpcException(new Status(StatusCode.Internal, Failure.Describe("The request message cannot be read.", error, options), error));
        }
    }

    private ICompressionProvider Encoding()
    {
        var name = http.Request.Headers.GrpcEncoding.ToString();
        if (name.Length == 0)
            throw new RpcException(new Status(StatusCode.Internal, "Request did not include grpc-encoding value with compressed message."));
        if (name == GrpcHeaders.IdentityEncoding)
            throw new RpcException(new Status(StatusCode.Internal, "Request sent 'identity' grpc-encoding value with compressed message."));
        if (options.FindEncoding(name) is { } provider)
            return provider;
        if (!http.Response.HasStarted)
            http.Response.Headers.GrpcAcceptEncoding = options.AcceptEncoding;
        throw new RpcException(new Status(StatusCode.Unimplemented, $"Unsupported grpc-encoding value '{name}'. Supported encodings: {options.KnownEncodings}"));
    }
}
