using Google.Protobuf;

namespace Grpc.Core;

/// <summary>Reads and writes <c>google.rpc.Status</c> in metadata.</summary>
public static class MetadataExtensions
{
    /// <summary>The trailer that carries it.</summary>
    public const string StatusDetailsTrailerName = "grpc-status-details-bin";

    /// <summary>The status in the metadata, or <c>null</c>.</summary>
    /// <param name="metadata">The metadata.</param>
    /// <param name="ignoreParseError">Whether bytes that are no status count as none instead of an error.</param>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no status.</exception>
    public static Google.Rpc.Status? GetRpcStatus(this Metadata metadata, bool ignoreParseError = false)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.GetValueBytes(StatusDetailsTrailerName) is not { } bytes)
            return null;
        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException) when (ignoreParseError)
        {
            return null;
        }
    }

    /// <summary>Puts a status into the metadata, in place of one that is there.</summary>
    /// <param name="metadata">The metadata.</param>
    /// <param name="status">The status.</param>
    public static void SetRpcStatus(this Metadata metadata, Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(status);
        while (metadata.Get(StatusDetailsTrailerName) is { } before)
            metadata.Remove(before);
        metadata.Add(StatusDetailsTrailerName, status.ToByteArray());
    }
}
