using Grpc.Core;
using Grpc.Shared;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Internal;

internal static class RequestMetadata
{
    private static readonly HashSet<string> Protocol = new(StringComparer.OrdinalIgnoreCase)
    {
        GrpcHeaders.Encoding, GrpcHeaders.AcceptEncoding, GrpcHeaders.Timeout, "content-type", "content-encoding", "te", "host", "accept-encoding",
    };

    /// <summary>The headers that are the caller's, without those that HTTP and gRPC speak for themselves.</summary>
    public static Metadata Read(IHeaderDictionary headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers)
        {
            if (name.StartsWith(':') || Protocol.Contains(name))
                continue;
            var binary = name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase);
            foreach (var value in values)
            {
                if (binary)
                    BinaryMetadata.AddTo(metadata, name, value ?? "");
                else
                    metadata.Add(name, value ?? "");
            }
        }

        return metadata;
    }
}
