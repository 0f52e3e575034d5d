using System.Buffers.Binary;
using Google.Protobuf;

namespace Training.Benchmarks.Grpc;

/// <summary>A message as gRPC puts it on the wire: one byte of flags, four of length, the message.</summary>
internal static class Frame
{
    public const int HeaderLength = 5;

    public static byte[] Of(IMessage message)
    {
        var frame = new byte[HeaderLength + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.CalculateSize());
        message.WriteTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    /// <summary>A message of exactly <paramref name="size"/> bytes (at most 129).</summary>
    public static Chunk ChunkOf(int size) => new() { Data = ByteString.CopyFrom(Enumerable.Range(0, size - 2).Select(n => (byte)n).ToArray()) };
}
