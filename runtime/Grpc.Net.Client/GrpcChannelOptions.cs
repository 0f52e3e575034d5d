using System.Net.Http;
using Grpc.Core;
using Grpc.Net.Compression;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client;

/// <summary>How a <see cref="GrpcChannel"/> sends its calls.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>Starts with the defaults that each property names.</summary>
    public GrpcChannelOptions()
    {
    }

    /// <summary>
    /// The credentials of the channel. Default: by the address, <see cref="ChannelCredentials.SecureSsl"/> for https and
    /// <see cref="ChannelCredentials.Insecure"/> for http; credentials that contradict the address are refused.
    /// </summary>
    public ChannelCredentials? Credentials { get; set; }

    /// <summary>The largest message in bytes, after compression, that may be sent; null (the default) is no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>The largest message in bytes, after decompression, that is accepted; default 4 MiB, null is no limit.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>The message encodings of the channel. Default (null): gzip and deflate.</summary>
    public IList<ICompressionProvider>? CompressionProviders { get; set; }

    /// <summary>Where the channel logs. Default (null): nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The client that carries the calls; excludes <see cref="HttpHandler"/>. Its Timeout applies to each call.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The handler that carries the calls; excludes <see cref="HttpClient"/>. Default (null): a socket handler of the channel's own.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Whether disposing of the channel also disposes of <see cref="HttpClient"/> or <see cref="HttpHandler"/>. Default: false.</summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>
    /// Whether a call that was cancelled, or whose deadline passed, throws <see cref="OperationCanceledException"/> in place of
    /// <see cref="RpcException"/>. Default: false.
    /// </summary>
    public bool ThrowOperationCanceledOnCancellation { get; set; }

    /// <summary>Whether <see cref="CallCredentials"/> are sent although the channel does not use TLS. Default: false, they are left out.</summary>
    public bool UnsafeUseInsecureChannelCallCredentials { get; set; }
}
