using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Shared;

namespace Grpc.Net.Client.Internal;

/// <summary>Reads metadata from an answer's headers or trailers (PROTOCOL-HTTP2.md, "Responses").</summary>
internal static class ResponseMetadata
{
    /// <exception cref="RpcException">INTERNAL: a binary value is not base64.</exception>
    public static Metadata Read(HttpResponseHeaders headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers.NonValidated)
        {
            if (IsOfTheProtocol(name))
                continue;
            var isBinary = name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase);
            foreach (var value in values)
            {
                if (isBinary)
                    BinaryMetadata.AddTo(metadata, name, value);
                else
                    metadata.Add(name, value);
            }
        }

        return metadata;
    }

    private static bool IsOfTheProtocol(string name) =>
        Is(name, GrpcHeaders.Status) || Is(name, GrpcHeaders.Message) || Is(name, GrpcHeaders.Encoding) || Is(name, GrpcHeaders.AcceptEncoding);

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
