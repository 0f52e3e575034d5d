using System.Net;
using System.Net.Http;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Shared;

namespace Grpc.Net.Client.Internal;

/// <summary>
/// One call: its HTTP exchange, and the one status that it ends with. Whatever ends it first (the server's trailers, the deadline,
/// the caller, a failure) decides; everything later finds the decision.
/// </summary>
internal sealed class ClientCall : IDisposable
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);
    private static readonly Task<HttpResponseMessage?> NoAnswer = Task.FromResult<HttpResponseMessage?>(null);

    private readonly GrpcChannel _channel;
    private readonly CallOptions _options;
    private readonly Uri _method;
    private readonly string? _host;
    private readonly CancellationTokenSource _exchange = new();
    private Task<HttpResponseMessage?> _answer = NoAnswer;
    private CancellationTokenRegistration _caller;
    private CancellationTokenRegistration _closing;
    private ITimer? _deadline;
    private HttpContent? _content;
    private HttpResponseMessage? _response;
    private Outcome? _outcome;

    public ClientCall(GrpcChannel channel, IMethod method, string? host, CallOptions options)
    {
        channel.ThrowIfDisposed();
        Deadline.Check(options.Deadline);
        _channel = channel;
        _method = channel.UriOf(method.FullName);
        _host = host;
        _options = options;
        Compression = RequestHeaders.Compression(options.Headers, channel);
    }

    public GrpcChannel Channel => _channel;

    /// <summary>Compresses the call's messages; null leaves them as they are.</summary>
    public ICompressionProvider? Compression { get; }

    public WriteOptions? WriteOptions => _options.WriteOptions;

    public bool HasEnded => Volatile.Read(ref _outcome) is not null;

    /// <summary>Cancelled when the call ends, however it ends.</summary>
    public CancellationToken Ended => _exchange.Token;

    /// <summary>The gRPC answer once its headers are there; null when the call ended without one.</summary>
    public Task<HttpResponseMessage?> Answer => _answer;

    public void Send(HttpContent content)
    {
        _content = content;
        Log.Sending(_channel.Logger, _method);
        if (_options.CancellationToken.CanBeCanceled)
            _caller = _options.CancellationToken.UnsafeRegister(static call => ((ClientCall)call!).Cancel("The call was cancelled by its caller."), this);
        _closing = _channel.Closing.UnsafeRegister(static call => ((ClientCall)call!).Cancel("The channel was disposed of."), this);
        if (Deadline.IsSet(_options.Deadline))
            StartTimer(_options.Deadline!.Value);
        if (HasEnded)
            Release();
        else
            _answer = SendAsync(content);
    }

    public void Cancel(string reason) => End(new Outcome(new Status(StatusCode.Cancelled, reason), new Metadata(), IsGivenUp: true));

    /// <summary>Ends the call by a failure, unless it has ended already, and gives what to throw.</summary>
    public Exception Fail(Exception exception, string during)
    {
        // A server that keeps the same deadline may give up a moment before the timer here fires.
        if (Deadline.IsSet(_options.Deadline) && Deadline.Left(_options.Deadline!.Value) <= TimeSpan.Zero)
            DeadlinePassed();
        else
            End(new Outcome(Failure.Of(exception, during), new Metadata()));
        return Error();
    }

    /// <summary>Ends the call with the trailers of an answer that was read to its end.</summary>
    public Status Conclude(HttpResponseMessage answer)
    {
        End(Outcome.OfTrailers(answer.TrailingHeaders));
        return Status();
    }

    public Exception Error()
    {
        var (status, trailers, isGivenUp) = _outcome!;
        var error = new RpcException(status, trailers);
        return isGivenUp && _channel.ThrowOperationCanceledOnCancellation
            ? new OperationCanceledException(status.Detail, error, _options.CancellationToken)
            : error;
    }

    public async Task<Metadata> HeadersAsync() =>
        await _answer.ConfigureAwait(false) is { } answer ? ResponseMetadata.Read(answer.Headers) : throw Error();

    public Status Status() => Volatile.Read(ref _outcome)?.Status
        ?? throw new InvalidOperationException("The status is known when the call has ended: read the response to its end first.");

    public Metadata Trailers() => Volatile.Read(ref _outcome)?.Trailers
        ?? throw new InvalidOperationException("The trailers are known when the call has ended: read the response to its end first.");

    public void Dispose() => Cancel("The call was disposed of.");

    private async Task<HttpResponseMessage?> SendAsync(HttpContent content)
    {
        try
        {
            var request = RequestHeaders.Request(_channel, _method, _host, _options, Compression);
            request.Content = content;
            if (_channel.CallCredentials is not null || _options.Credentials is not null)
                await AddCredentialsAsync(request).ConfigureAwait(false);
            var response = await _channel.SendAsync(request, _exchange.Token).ConfigureAwait(false);
            Interlocked.Exchange(ref _response, response);
            if (HasEnded)
                response.Dispose();
            return IsGrpc(response) ? response : null;
        }
        catch (Exception e)
        {
            Fail(e, "Error starting gRPC call.");
            return null;
        }
    }

    private bool IsGrpc(HttpResponseMessage response)
    {
        if (response.Headers.NonValidated.Contains(GrpcHeaders.Status))
        {
            End(Outcome.OfTrailers(response.Headers));
            return true;
        }

        if (response.StatusCode != HttpStatusCode.OK)
            return Refuse(Failure.OfHttp(response.StatusCode), $"Bad gRPC response. HTTP status code: {(int)response.StatusCode}");
        var contentType = response.Content.Headers.NonValidated.TryGetValues("content-type", out var values) ? values.ToString() : null;
        return GrpcContentType.Matches(contentType)
            || Refuse(StatusCode.Unknown, $"Bad gRPC response. Content type: {contentType ?? "none"}");
    }

    private bool Refuse(StatusCode code, string detail)
    {
        End(new Outcome(new Status(code, detail), new Metadata()));
        return false;
    }

    private async Task AddCredentialsAsync(HttpRequestMessage request)
    {
        if (!_channel.SendCallCredentials)
        {
            Log.CallCredentialsLeftOut(_channel.Logger, _method);
            return;
        }

        var metadata = await CallCredentialsCollector.CollectAsync(_channel.CallCredentials, _options.Credentials, _method, _exchange.Token).ConfigureAwait(false);
        RequestHeaders.Add(request.Headers, metadata);
    }

    private void StartTimer(DateTime deadline)
    {
        var left = Deadline.Left(deadline);
        if (left <= TimeSpan.Zero)
        {
            DeadlinePassed();
            return;
        }

        // Started only once the field is set, because the callback may start it again.
        _deadline = TimeProvider.System.CreateTimer(static call => ((ClientCall)call!).TimerFired(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _deadline.Change(Shortened(left), Timeout.InfiniteTimeSpan);
    }

    private void TimerFired()
    {
        var left = Deadline.Left(_options.Deadline!.Value);
        if (left <= TimeSpan.Zero)
            DeadlinePassed();
        else if (!HasEnded)
            _deadline!.Change(Shortened(left), Timeout.InfiniteTimeSpan);
    }

    private static TimeSpan Shortened(TimeSpan left) =>
        left > LongestTimer ? LongestTimer : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));

    private void DeadlinePassed() => End(new Outcome(new Status(StatusCode.DeadlineExceeded, "The deadline of the call has passed."), new Metadata(), IsGivenUp: true));

    private void End(Outcome outcome)
    {
        if (Interlocked.CompareExchange(ref _outcome, outcome, null) is not null)
            return;
        if (outcome.Status.StatusCode != StatusCode.OK)
            Log.Failed(_channel.Logger, _method, outcome.Status.StatusCode, outcome.Status.Detail);
        Release();
    }

    /// <summary>Gives back what the call holds. Runs again when the call ends while it starts, so each step may be repeated.</summary>
    private void Release()
    {
        _caller.Unregister();
        _closing.Unregister();
        _deadline?.Dispose();
        _exchange.Cancel();
        _response?.Dispose();
        _content?.Dispose();
    }
}
