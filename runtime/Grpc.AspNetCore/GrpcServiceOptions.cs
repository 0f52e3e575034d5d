using System.IO.Compression;
using Grpc.Net.Compression;

namespace Grpc.AspNetCore.Server;

/// <summary>How gRPC services behave.</summary>
public class GrpcServiceOptions
{
    private int? _maxReceiveMessageSize;
    private int? _maxSendMessageSize;
    private IList<ICompressionProvider>? _compressionProviders;

    /// <summary>The largest message that is sent, in bytes; <c>null</c>, the default, for no limit.</summary>
    public int? MaxSendMessageSize
    {
        get => _maxSendMessageSize;
        set => (_maxSendMessageSize, MaxSendMessageSizeIsSet) = (value, true);
    }

    /// <summary>The largest message that is accepted, decompressed, in bytes; 4 MiB unless set, <c>null</c> for no limit.</summary>
    public int? MaxReceiveMessageSize
    {
        get => _maxReceiveMessageSize;
        set => (_maxReceiveMessageSize, MaxReceiveMessageSizeIsSet) = (value, true);
    }

    /// <summary>Whether callers are told what exception a handler threw. Off unless set: internals are not for callers.</summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary>The encoding of responses, used where the caller accepts it; none unless set.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>How much responses are compressed; the provider's choice unless set.</summary>
    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>The encodings that are known; gzip and deflate unless set.</summary>
    public IList<ICompressionProvider> CompressionProviders
    {
        get => _compressionProviders ??= [];
        set => _compressionProviders = value;
    }

    /// <summary>What stands before every handler, in order.</summary>
    public InterceptorCollection Interceptors { get; } = [];

    /// <summary>Whether unknown services and methods are left to the application (404) instead of answered with UNIMPLEMENTED.</summary>
    public bool? IgnoreUnknownServices { get; set; }

    internal bool MaxSendMessageSizeIsSet { get; private set; }

    internal bool MaxReceiveMessageSizeIsSet { get; private set; }

    internal IList<ICompressionProvider>? CompressionProvidersIfSet => _compressionProviders;
}

/// <summary>How one gRPC service behaves where it differs from all.</summary>
/// <typeparam name="TService">The service's class.</typeparam>
public class GrpcServiceOptions<TService> : GrpcServiceOptions
    where TService : class
{
}
