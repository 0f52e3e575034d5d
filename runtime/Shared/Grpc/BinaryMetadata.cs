using Grpc.Core;

namespace Grpc.Shared;

/// <summary>The base64 of <c>-bin</c> metadata: sent without padding, taken with and without.</summary>
internal static class BinaryMetadata
{
    public static string Encode(byte[] value) => Convert.ToBase64String(value).TrimEnd('=');

    /// <summary>Adds each of the values that a header line joins by commas.</summary>
    /// <exception cref="RpcException">INTERNAL: a value is no base64.</exception>
    public static void AddTo(Metadata metadata, string key, string line)
    {
        foreach (var part in line.AsSpan().Split(','))
            metadata.Add(key, Decode(key, line.AsSpan()[part].Trim()));
    }

    private static byte[] Decode(string key, ReadOnlySpan<char> text)
    {
        var unpadded = text.TrimEnd('=');
        var padded = unpadded.Length % 4 == 0 ? unpadded.ToString() : string.Concat(unpadded, "===".AsSpan(0, 4 - (unpadded.Length % 4)));
        var bytes = new byte[padded.Length / 4 * 3];
        if (!Convert.TryFromBase64String(padded, bytes, out var written))
            throw new RpcException(new Status(StatusCode.Internal, $"The metadata '{key}' is not base64."));
        return bytes.Length == written ? bytes : bytes[..written];
    }
}
