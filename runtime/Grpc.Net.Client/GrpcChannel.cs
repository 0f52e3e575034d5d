using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.IO.Compression;
using System.Net.Http;
using Grpc.Core;
using Grpc.Net.Client.Internal;
using Grpc.Net.Compression;
using Grpc.Shared;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Grpc.Net.Client;

/// <summary>
/// A long-lived way to one server: its HTTP/2 connections are opened on demand, shared by every client made over the channel and
/// used by any number of threads at once.
/// </summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private readonly ConcurrentDictionary<string, Uri> _methods = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closing = new();
    private readonly HttpMessageInvoker _http;
    private readonly bool _disposeHttp;
    private int _disposed;

    private GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        if (options.HttpClient is not null && options.HttpHandler is not null)
            throw new ArgumentException($"Set either {nameof(GrpcChannelOptions.HttpClient)} or {nameof(GrpcChannelOptions.HttpHandler)}, not both.", nameof(options));

        Address = address;
        IsSecure = address.Scheme == Uri.UriSchemeHttps;
        CallCredentials = ChannelSecurity.Check(options.Credentials, address);
        MaxSendMessageSize = options.MaxSendMessageSize;
        MaxReceiveMessageSize = options.MaxReceiveMessageSize;
        ThrowOperationCanceledOnCancellation = options.ThrowOperationCanceledOnCancellation;
        SendCallCredentials = IsSecure || options.UnsafeUseInsecureChannelCallCredentials;
        Logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger<GrpcChannel>();
        var compression = options.CompressionProviders ?? [new GzipCompressionProvider(CompressionLevel.Fastest), new DeflateCompressionProvider(CompressionLevel.Fastest)];
        Compression = compression.ToFrozenDictionary(provider => provider.EncodingName, StringComparer.Ordinal);
        AcceptEncoding = string.Join(',', compression.Select(provider => provider.EncodingName).Prepend(GrpcHeaders.IdentityEncoding));
        _http = options.HttpClient ?? new HttpMessageInvoker(options.HttpHandler ?? SocketHandler.For(address), disposeHandler: options.HttpHandler is null || options.DisposeHttpClient);
        _disposeHttp = options.HttpClient is null || options.DisposeHttpClient;
    }

    internal Uri Address { get; }

    internal bool IsSecure { get; }

    internal CallCredentials? CallCredentials { get; }

    internal bool SendCallCredentials { get; }

    internal int? MaxSendMessageSize { get; }

    internal int? MaxReceiveMessageSize { get; }

    internal bool ThrowOperationCanceledOnCancellation { get; }

    internal FrozenDictionary<string, ICompressionProvider> Compression { get; }

    internal string AcceptEncoding { get; }

    internal ILogger Logger { get; }

    /// <summary>Cancelled when the channel is disposed of, which ends the calls under way.</summary>
    internal CancellationToken Closing => _closing.Token;

    /// <summary>Makes a channel to a server with the default options.</summary>
    /// <param name="address">Scheme (http or https), host and port; http means HTTP/2 with prior knowledge.</param>
    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>Makes a channel to a server.</summary>
    /// <param name="address">Scheme (http or https), host and port; http means HTTP/2 with prior knowledge.</param>
    /// <param name="channelOptions">How the channel sends its calls; read once, here.</param>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) => ForAddress(new Uri(address), channelOptions);

    /// <summary>Makes a channel to a server with the default options.</summary>
    /// <param name="address">Scheme (http or https), host and port; http means HTTP/2 with prior knowledge.</param>
    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>Makes a channel to a server.</summary>
    /// <param name="address">Scheme (http or https), host and port; http means HTTP/2 with prior knowledge.</param>
    /// <param name="channelOptions">How the channel sends its calls; read once, here.</param>
    /// <exception cref="ArgumentException">The address is not absolute with scheme http or https, or the options exclude each other.</exception>
    /// <exception cref="InvalidOperationException">The credentials contradict the address's scheme.</exception>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            throw new ArgumentException($"'{address}' is not a gRPC server's address. Write http://host:port or https://host:port.", nameof(address));
        return new GrpcChannel(address, channelOptions);
    }

    /// <inheritdoc />
    public override CallInvoker CreateCallInvoker()
    {
        ThrowIfDisposed();
        return new HttpCallInvoker(this);
    }

    /// <summary>Ends the calls under way as cancelled and closes the connections that the channel owns; no further call can be made.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _closing.Cancel();
        if (_disposeHttp)
            _http.Dispose();
    }

    /// <inheritdoc />
    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }

    internal Uri UriOf(string method) =>
        _methods.TryGetValue(method, out var uri) ? uri : _methods.GetOrAdd(method, new Uri(Address, method));

    /// <summary>Sends without collecting the body: an HttpClient would by default wait for all of it.</summary>
    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) =>
        _http is HttpClient client ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct) : _http.SendAsync(request, ct);

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed != 0, this);
}
