namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>A clock whose time passes by hand; its timers run in the thread that lets it pass, whatever they were set to.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly List<HandTimer> _timers = [];
    private long _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(callback, state);
        _timers.Add(timer);
        return timer;
    }

    public void Pass(TimeSpan time)
    {
        _elapsed += time.Ticks;
        foreach (var timer in _timers)
            timer.Run();
    }

    private sealed class HandTimer(TimerCallback callback, object? state) : ITimer
    {
        public void Run() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
