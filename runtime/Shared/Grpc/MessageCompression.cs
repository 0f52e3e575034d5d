using System.Buffers;
using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Shared;

internal static class MessageCompression
{
    private const int ChunkSize = 16 * 1024;
    private static readonly Status Unreadable = new(StatusCode.Internal, "The compressed message cannot be decompressed.");

    /// <summary>Compresses a whole message into a buffer.</summary>
    public static void Compress(ICompressionProvider provider, CompressionLevel? level, ReadOnlySpan<byte> message, PooledBuffer target)
    {
        using var stream = provider.CreateCompressionStream(new BufferStream(target), level);
        stream.Write(message);
    }

    /// <summary>Decompresses a whole message, and stops as soon as it exceeds the limit.</summary>
    /// <returns>The message in pooled memory: dispose it.</returns>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: too large. INTERNAL: the bytes are not of this encoding.</exception>
    public static PooledBuffer Decompress(ICompressionProvider provider, in ReadOnlySequence<byte> payload, int? maxSize)
    {
        var message = new PooledBuffer();
        try
        {
            using var stream = provider.CreateDecompressionStream(new SequenceStream(payload));
            while (stream.Read(message.GetSpan(ChunkSize)) is var read and > 0)
            {
                message.Advance(read);
                if (message.Length > maxSize)
                    throw new RpcException(MessageFrame.TooLargeToReceive);
            }

            return message;
        }
        catch (InvalidDataException broken)
        {
            message.Dispose();
            throw new RpcException(new Status(Unreadable.StatusCode, Unreadable.Detail, broken));
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }
}
