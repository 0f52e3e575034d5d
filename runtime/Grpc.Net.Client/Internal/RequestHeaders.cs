using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Shared;

namespace Grpc.Net.Client.Internal;

/// <summary>The HTTP request of a call (PROTOCOL-HTTP2.md, "Requests").</summary>
internal static class RequestHeaders
{
    private static readonly string UserAgent = $"grpc-dotnet/{typeof(GrpcChannel).Assembly.GetName().Version!.ToString(3)} (.NET {Environment.Version})";

    public static HttpRequestMessage Request(GrpcChannel channel, Uri method, string? host, CallOptions options, ICompressionProvider? compression)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, method)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var headers = request.Headers;
        if (host is not null)
            headers.Host = host;
        headers.TryAddWithoutValidation("te", "trailers");
        headers.TryAddWithoutValidation("user-agent", UserAgent);
        headers.TryAddWithoutValidation(GrpcHeaders.AcceptEncoding, channel.AcceptEncoding);
        if (compression is not null)
            headers.TryAddWithoutValidation(GrpcHeaders.Encoding, compression.EncodingName);
        if (Deadline.IsSet(options.Deadline))
            headers.TryAddWithoutValidation(GrpcHeaders.Timeout, GrpcTimeout.Format(Deadline.Left(options.Deadline!.Value)));
        if (options.Headers is { Count: > 0 } metadata)
            Add(headers, metadata);
        return request;
    }

    public static void Add(HttpRequestHeaders headers, Metadata metadata)
    {
        for (var i = 0; i < metadata.Count; i++)
        {
            var entry = metadata[i];
            if (IsOurs(entry.Key))
                continue;
            var value = entry.IsBinary ? BinaryMetadata.Encode(entry.ValueBytes) : entry.Value;
            if (!headers.TryAddWithoutValidation(entry.Key, value))
                throw new RpcException(new Status(StatusCode.Internal, $"The metadata {entry.Key} cannot be sent as a header: rename it."));
        }
    }

    /// <summary>The encoding that the caller's metadata asks for; null for none.</summary>
    public static ICompressionProvider? Compression(Metadata? metadata, GrpcChannel channel)
    {
        if (metadata is not { Count: > 0 } || metadata.GetValue(GrpcHeaders.EncodingRequest) is not { } name || name == GrpcHeaders.IdentityEncoding)
            return null;
        return channel.Compression.TryGetValue(name, out var provider)
            ? provider
            : throw new InvalidOperationException($"The channel has no compression provider for '{name}': add one to GrpcChannelOptions.CompressionProviders.");
    }

    private static bool IsOurs(string key) =>
        key is GrpcHeaders.EncodingRequest or GrpcHeaders.Timeout or GrpcHeaders.Encoding or GrpcHeaders.AcceptEncoding or "te" or "content-type";
}
