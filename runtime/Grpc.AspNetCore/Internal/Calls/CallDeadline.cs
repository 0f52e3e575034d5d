using Grpc.Core;
using Grpc.Shared;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>
/// Ends a call when its time is over: answers DEADLINE_EXCEEDED at once, cancels the handler and resets the stream,
/// whatever the handler does meanwhile.
/// </summary>
internal sealed class CallDeadline : IAsyncDisposable
{
    private const int ResetCodeCancel = 8;
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);
    private static readonly Status Exceeded = new(StatusCode.DeadlineExceeded, "Deadline Exceeded");

    private readonly ServerCall _call;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _clock;
    private readonly long _started;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private CancellationTokenSource? _cancellation;
    private Task? _expiry;
    private bool _hasEndedCall;

    private CallDeadline(ServerCall call, TimeSpan timeout, TimeProvider clock)
    {
        _call = call;
        _timeout = timeout;
        _clock = clock;
        _started = clock.GetTimestamp();
        At = clock.GetUtcNow().UtcDateTime + timeout;
        _timer = clock.CreateTimer(static deadline => ((CallDeadline)deadline!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public DateTime At { get; }

    public CancellationToken CancellationToken
    {
        get
        {
            lock (_gate)
            {
                if (_cancellation is null)
                {
                    _cancellation = CancellationTokenSource.CreateLinkedTokenSource(_call.Http.RequestAborted);
                    if (_hasEndedCall)
                        _cancellation.Cancel();
                }

                return _cancellation.Token;
            }
        }
    }

    public static CallDeadline Start(ServerCall call, TimeSpan timeout, TimeProvider clock)
    {
        var deadline = new CallDeadline(call, timeout < GrpcTimeout.Longest ? timeout : GrpcTimeout.Longest, clock);
        deadline.Wait();
        return deadline;
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        Task? expiry;
        lock (_gate)
            expiry = _expiry;
        if (expiry is not null)
            await expiry;
        _cancellation?.Dispose();
    }

    private void Wait()
    {
        var left = _timeout - _clock.GetElapsedTime(_started);
        _timer.Change(left <= TimeSpan.Zero ? TimeSpan.Zero : left < LongestTimer ? left : LongestTimer, Timeout.InfiniteTimeSpan);
    }

    private void Tick()
    {
        if (_clock.GetElapsedTime(_started) < _timeout)
        {
            Wait();
            return;
        }

        lock (_gate)
            _expiry ??= ExpireAsync();
    }

    private async Task ExpireAsync()
    {
        // Off the timer's thread and out of its lock.
        await Task.Yield();
        try
        {
            // The handler may still be writing its trailers: they are not told.
            if (!_call.TryEnd(Exceeded, trailers: null))
                return;
            _call.LogExpiry(_timeout);
            var answering = _call.Http.Response.CompleteAsync();
            await CancelAsync();
            await answering;
        }
        catch (Exception error)
        {
            _call.LogExpiryFailure(error);
            await CancelAsync();
        }

        _call.Http.Features.Get<IHttpResetFeature>()?.Reset(ResetCodeCancel);
    }

    // Only now: a handler that knew earlier could end the call with a status of its own.
    private Task CancelAsync()
    {
        lock (_gate)
        {
            _hasEndedCall = true;
            return _cancellation?.CancelAsync() ?? Task.CompletedTask;
        }
    }
}
