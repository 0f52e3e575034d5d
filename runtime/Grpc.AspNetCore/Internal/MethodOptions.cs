using System.IO.Compression;
using Grpc.Net.Compression;
using Grpc.Shared;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>The options of a service: its own before those of all.</summary>
internal sealed class MethodOptions
{
    private readonly Dictionary<string, ICompressionProvider> _encodings = new(StringComparer.Ordinal);

    public MethodOptions(GrpcServiceOptions all, GrpcServiceOptions own)
    {
        MaxReceiveMessageSize = (own.MaxReceiveMessageSizeIsSet ? own : all).MaxReceiveMessageSize;
        MaxSendMessageSize = (own.MaxSendMessageSizeIsSet ? own : all).MaxSendMessageSize;
        EnableDetailedErrors = own.EnableDetailedErrors ?? all.EnableDetailedErrors ?? false;
        ResponseCompressionLevel = own.ResponseCompressionLevel ?? all.ResponseCompressionLevel;
        Interceptors = [.. all.Interceptors, .. own.Interceptors];
        foreach (var provider in (all.CompressionProvidersIfSet ?? []).Concat(own.CompressionProvidersIfSet ?? []))
            _encodings[provider.EncodingName] = provider;

        ResponseEncoding = (own.ResponseCompressionAlgorithm ?? all.ResponseCompressionAlgorithm) is not (null or GrpcHeaders.IdentityEncoding) and { } name
            ? FindEncoding(name) ?? throw new InvalidOperationException(
                $"The response compression algorithm '{name}' has no provider: add one to GrpcServiceOptions.CompressionProviders, or use one of {KnownEncodings}.")
            : null;
    }

    public int? MaxReceiveMessageSize { get; }

    public int? MaxSendMessageSize { get; }

    public bool EnableDetailedErrors { get; }

    public CompressionLevel? ResponseCompressionLevel { get; }

    public ICompressionProvider? ResponseEncoding { get; }

    public IReadOnlyList<InterceptorRegistration> Interceptors { get; }

    public string KnownEncodings => string.Join(", ", _encodings.Keys.Prepend(GrpcHeaders.IdentityEncoding));

    public string AcceptEncoding => string.Join(',', _encodings.Keys.Prepend(GrpcHeaders.IdentityEncoding));

    public ICompressionProvider? FindEncoding(string name) => _encodings.GetValueOrDefault(name);
}
