using GreenDonut;

namespace HotChocolate.Execution;

/// <summary>
/// Sends out what data loaders gathered, in rounds: a round begins when every resolver that is not done waits for a loader, and ends when all its batches are there. So
/// each loader makes at most one call for a level of the query (and one more for each step that resolvers take after it).
/// </summary>
/// <param name="cancelled">Ends with the execution.</param>
/// <param name="time">For the patience with resolvers that do something else.</param>
internal sealed class BatchDispatcher(CancellationToken cancelled, TimeProvider time) : IBatchScheduler
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private List<Batch> _scheduled = [];
    private TaskCompletionSource _news = NewSignal();
    private int _waiting;

    public CancellationToken Cancelled => cancelled;

    public void Schedule(Batch batch)
    {
        TaskCompletionSource news;
        lock (_gate)
        {
            _scheduled.Add(batch);
            news = _news;
        }

        news.TrySetResult();
    }

    public void Wait() => Interlocked.Increment(ref _waiting);

    /// <summary>Ends when all resolvers have ended, well or not.</summary>
    /// <param name="resolvers">What is not done yet.</param>
    public async Task RunAsync(IReadOnlyList<Task> resolvers)
    {
        while (true)
        {
            var running = resolvers.Where(resolver => !resolver.IsCompleted).ToArray();
            if (running.Length == 0)
                return;
            if (!HasScheduled(out var news))
                await Task.WhenAny(All(running), news).WaitAsync(cancelled);
            else if (Volatile.Read(ref _waiting) < running.Length)
                await Task.WhenAny(All(running), Task.Delay(Patience, time, cancelled)).WaitAsync(cancelled);
            await DispatchAsync().WaitAsync(cancelled);
        }
    }

    private static Task All(Task[] running) => running.Length == 1 ? running[0] : Task.WhenAll(running);

    private bool HasScheduled(out Task news)
    {
        lock (_gate)
        {
            if (_scheduled.Count == 0 && _news.Task.IsCompleted)
                _news = NewSignal();
            news = _news.Task;
            return _scheduled.Count > 0;
        }
    }

    private Task DispatchAsync()
    {
        List<Batch> batches;
        lock (_gate)
        {
            if (_scheduled.Count == 0)
                return Task.CompletedTask;
            (batches, _scheduled) = (_scheduled, []);
            Volatile.Write(ref _waiting, 0);
        }

        return batches.Count == 1 ? batches[0].LoadAsync() : Task.WhenAll(batches.Select(batch => batch.LoadAsync()));
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
