using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Training.Runtime.LocalSidecar.Events;

namespace Training.Runtime.LocalSidecar.Delivery;

/// <summary>The way to one app: pooled connections, its protocol, its token, and a limit on what it handles at once.</summary>
internal sealed class AppConnection : IDisposable
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);
    private static readonly MediaTypeHeaderValue CloudEventType = new(ContentTypes.CloudEvent);

    private readonly HttpMessageInvoker _http;
    private readonly SemaphoreSlim _slots;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _clock;
    private readonly Uri _address;
    private readonly bool _isHttp2;

    public AppConnection(Uri address, bool isHttp2, string? token, SidecarOptions options, TimeProvider clock)
    {
        _address = address;
        _isHttp2 = isHttp2;
        Token = token;
        _clock = clock;
        _patience = options.DeliveryTimeout;
        _slots = new SemaphoreSlim(options.DeliveriesInFlight);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = ConnectPatience,
            EnableMultipleHttp2Connections = true,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            RequestHeaderEncodingSelector = static (_, _) => System.Text.Encoding.UTF8,
        });
    }

    public Uri Address => _address;

    public Version Version => _isHttp2 ? HttpVersion.Version20 : HttpVersion.Version11;

    /// <summary>What the app wants to see as <c>dapr-api-token</c>.</summary>
    public string? Token { get; }

    /// <summary>Posts an event and returns what the app made of it.</summary>
    public async Task<Answer> DeliverAsync(string path, byte[] body, DeliveryHeaders headers, CancellationToken stop)
    {
        await _slots.WaitAsync(stop).ConfigureAwait(false);
        using var patience = new CancellationTokenSource(_patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            using var request = Request(HttpMethod.Post, path, _isHttp2);
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = CloudEventType;
            headers.AddTo(request.Headers);
            using var response = await SendAsync(request, either.Token).ConfigureAwait(false);
            return await Answer.ReadAsync(response, either.Token).ConfigureAwait(false);
        }
        catch (Exception unreached) when (unreached is HttpRequestException or IOException)
        {
            return new Answer(Verdict.NotReached, 0, $"could not be reached at {_address}: {unreached.GetBaseException().Message}");
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new Answer(Verdict.NotReached, 0, $"did not answer within {_patience.TotalSeconds} s");
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>A request to the app; the caller disposes of the answer.</summary>
    /// <exception cref="HttpRequestException">The app could not be reached.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await _http.SendAsync(request, ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // So the handler says that its own patience with a new connection has ended.
            throw NoConnection();
        }
    }

    /// <summary>A request to the app that carries the app's token.</summary>
    public HttpRequestMessage Request(HttpMethod method, string pathAndQuery, bool overHttp2)
    {
        var request = new HttpRequestMessage(method, new Uri(_address, pathAndQuery))
        {
            Version = overHttp2 ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (Token is not null)
            request.Headers.TryAddWithoutValidation("dapr-api-token", Token);
        return request;
    }

    /// <summary>A silent connection: its end says at once that the app has gone.</summary>
    /// <exception cref="HttpRequestException">No connection came about in time.</exception>
    /// <exception cref="SocketException">The app could not be reached.</exception>
    public async Task<Socket> OpenLineAsync(CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            using var patience = new CancellationTokenSource(ConnectPatience, _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
            await socket.ConnectAsync(_address.Host, _address.Port, either.Token).ConfigureAwait(false);
            return socket;
        }
        catch (Exception failure)
        {
            socket.Dispose();
            if (failure is OperationCanceledException && !stop.IsCancellationRequested)
                throw NoConnection();
            throw;
        }
    }

    private static HttpRequestException NoConnection() =>
        new(HttpRequestError.ConnectionError, $"no connection came about within {ConnectPatience.TotalSeconds} s");

    public void Dispose()
    {
        _http.Dispose();
        _slots.Dispose();
    }
}
