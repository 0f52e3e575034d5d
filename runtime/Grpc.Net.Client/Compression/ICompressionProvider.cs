using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>Makes the streams that compress and decompress one gRPC message.</summary>
public interface ICompressionProvider
{
    /// <summary>The name that <c>grpc-encoding</c> and <c>grpc-accept-encoding</c> carry for this algorithm.</summary>
    string EncodingName { get; }

    /// <summary>Wraps a stream so that what is written to the result arrives compressed.</summary>
    /// <param name="stream">Receives the compressed bytes.</param>
    /// <param name="compressionLevel">The level, or null for the provider's own default.</param>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    /// <summary>Wraps a stream so that what is read from the result is decompressed.</summary>
    /// <param name="stream">Supplies the compressed bytes.</param>
    Stream CreateDecompressionStream(Stream stream);
}
