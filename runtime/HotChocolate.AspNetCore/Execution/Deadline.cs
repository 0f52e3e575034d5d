namespace HotChocolate.Execution;

/// <summary>When a request must be answered; the token is made when somebody asks for it.</summary>
internal sealed class Deadline(TimeSpan limit, TimeProvider time, CancellationToken cancelled) : IDisposable
{
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _gate = new();
    private CancellationTokenSource? _timeout;
    private CancellationTokenSource? _either;

    /// <summary>Ends when the client goes.</summary>
    public CancellationToken Client => cancelled;

    public TimeSpan Left
    {
        get
        {
            if (limit == Timeout.InfiniteTimeSpan)
                return limit;
            var left = limit - time.GetElapsedTime(_start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Whether it was the time and not the client that ended it.</summary>
    public bool IsOver => !cancelled.IsCancellationRequested && (_timeout?.IsCancellationRequested == true || Left == TimeSpan.Zero);

    public CancellationToken Token
    {
        get
        {
            lock (_gate)
            {
                if (_either is null)
                {
                    _timeout = new CancellationTokenSource(Left, time);
                    _either = CancellationTokenSource.CreateLinkedTokenSource(cancelled, _timeout.Token);
                }

                return _either.Token;
            }
        }
    }

    /// <exception cref="OperationCanceledException">The client has gone, or the time is over.</exception>
    public void ThrowIfOver()
    {
        _either?.Token.ThrowIfCancellationRequested();
        cancelled.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        _either?.Dispose();
        _timeout?.Dispose();
    }
}
