using System.Buffers;
using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Shared;

/// <summary>
/// Writes messages with their frame into a buffer. A marshaller that announces the size writes straight into the target;
/// only one that does not, and compression, take a pooled buffer between. One object serves all messages of a call.
/// </summary>
internal sealed class MessageWriter(int? maxSize) : SerializationContext
{
    private IBufferWriter<byte>? _target;
    private ICompressionProvider? _compression;
    private CompressionLevel? _level;
    private PooledBuffer? _between;
    private int _announced;
    private State _state;

    private enum State
    {
        Fresh,
        Announced,
        Straight,
        Between,
        Complete,
    }

    /// <summary>Writes one message.</summary>
    /// <param name="target">Where frame and message go.</param>
    /// <param name="message">The message.</param>
    /// <param name="marshaller">Knows its bytes.</param>
    /// <param name="compression">Compresses it, or null.</param>
    /// <param name="level">How much, or null for the provider's choice.</param>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: the message exceeds the limit; nothing was written.</exception>
    public void Write<T>(IBufferWriter<byte> target, T message, Marshaller<T> marshaller, ICompressionProvider? compression = null, CompressionLevel? level = null)
    {
        (_target, _compression, _level, _state) = (target, compression, level, State.Fresh);
        try
        {
            marshaller.ContextualSerializer(message, this);
            if (_state != State.Complete)
                throw new InvalidOperationException("The marshaller did not complete the payload: call SerializationContext.Complete.");
        }
        finally
        {
            _target = null;
            _between?.Dispose();
            _between = null;
        }
    }

    public override void SetPayloadLength(int payloadLength)
    {
        Expect(_state == State.Fresh);
        RefuseAboveLimit(payloadLength);
        (_announced, _state) = (payloadLength, State.Announced);
    }

    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (_state == State.Announced && _compression is null)
        {
            (_target as PooledBuffer)?.Reserve(MessageFrame.HeaderSize + _announced);
            MessageFrame.WriteHeader(_target!, _announced, compressed: false);
            _state = State.Straight;
        }

        if (_state == State.Straight)
            return _target!;
        Expect(_state is State.Fresh or State.Announced or State.Between);
        _between ??= new PooledBuffer(_state == State.Announced ? _announced : 0);
        _state = State.Between;
        return _between;
    }

    public override void Complete()
    {
        Expect(_state is State.Straight or State.Between);
        if (_state == State.Between)
            WritePayload(_between!.Written.Span);
        _state = State.Complete;
    }

    public override void Complete(byte[] payload)
    {
        Expect(_state is State.Fresh or State.Announced);
        WritePayload(payload);
        _state = State.Complete;
    }

    private void WritePayload(ReadOnlySpan<byte> payload)
    {
        RefuseAboveLimit(payload.Length);
        if (_compression is null)
        {
            MessageFrame.WriteHeader(_target!, payload.Length, compressed: false);
            _target!.Write(payload);
            return;
        }

        using var compressed = new PooledBuffer();
        MessageCompression.Compress(_compression, _level, payload, compressed);
        MessageFrame.WriteHeader(_target!, compressed.Length, compressed: true);
        _target!.Write(compressed.Written.Span);
    }

    private void RefuseAboveLimit(int length)
    {
        if (length > maxSize)
            throw new RpcException(MessageFrame.TooLargeToSend);
    }

    private static void Expect(bool expected)
    {
        if (!expected)
            throw new InvalidOperationException("The marshaller called the serialization context in the wrong order: SetPayloadLength, GetBufferWriter, Complete.");
    }
}
