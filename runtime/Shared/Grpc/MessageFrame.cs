using System.Buffers;
using System.Buffers.Binary;
using Grpc.Core;

namespace Grpc.Shared;

/// <summary>The five bytes before each message: a flag that says whether it is compressed, and its length.</summary>
internal static class MessageFrame
{
    public const int HeaderSize = 5;

    public static readonly Status Incomplete = new(StatusCode.Internal, "Incomplete message.");
    public static readonly Status TooLargeToReceive = new(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size.");
    public static readonly Status TooLargeToSend = new(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size.");
    private static readonly Status UnknownFlag = new(StatusCode.Internal, "Unexpected compressed flag value in message header.");

    /// <summary>Cuts the first message off the buffer; false when it has not come whole yet.</summary>
    /// <param name="buffer">What has been received; on success it begins after the message.</param>
    /// <param name="maxSize">The largest length that is accepted, or null.</param>
    /// <param name="payload">The message's bytes.</param>
    /// <param name="compressed">The flag.</param>
    /// <exception cref="RpcException">The flag is unknown, or the length exceeds the limit: said before the message has come.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> buffer, int? maxSize, out ReadOnlySequence<byte> payload, out bool compressed)
    {
        payload = default;
        compressed = false;
        if (buffer.Length < HeaderSize)
            return false;

        Span<byte> split = stackalloc byte[HeaderSize];
        scoped var header = buffer.FirstSpan;
        if (header.Length < HeaderSize)
        {
            buffer.Slice(0, HeaderSize).CopyTo(split);
            header = split;
        }

        if (header[0] > 1)
            throw new RpcException(UnknownFlag);
        compressed = header[0] == 1;
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        if (length > (uint)(maxSize ?? int.MaxValue))
            throw new RpcException(TooLargeToReceive);
        if (buffer.Length < HeaderSize + (long)length)
            return false;

        payload = buffer.Slice(HeaderSize, length);
        buffer = buffer.Slice(payload.End);
        return true;
    }

    /// <summary>How long the first message is with its header; the header's size alone while that is not there.</summary>
    public static long WholeLength(in ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        return reader.TryRead(out _) && reader.TryReadBigEndian(out int length) ? HeaderSize + (long)(uint)length : HeaderSize;
    }

    public static void WriteHeader(IBufferWriter<byte> target, int length, bool compressed)
    {
        var header = target.GetSpan(HeaderSize);
        header[0] = compressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(header[1..], length);
        target.Advance(HeaderSize);
    }
}
