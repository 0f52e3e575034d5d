using Dapr;
using Dapr.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>
/// Hands the outbox over to the sidecar: leases rows, publishes them in bulk, marks them sent. A failure backs off its own row;
/// while the sidecar itself is away, the relay waits and no attempt is counted.
/// </summary>
internal sealed class OutboxRelay(
    IServiceScopeFactory scopes, DaprClient dapr, OutboxSignal signal, AppId app, MessagingMetrics metrics,
    IOptions<MessagingOptions> messaging, TimeProvider clock, ILogger<OutboxRelay> log) : BackgroundService
{
    private static readonly TimeSpan PruneEvery = TimeSpan.FromHours(1);

    private readonly MessagingOptions _options = messaging.Value;
    private long _lastPruned;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, _options.Relays).Select(i => RelayAsync(Guid.CreateVersion7(), isPoller: i == 0, stoppingToken)));

    // Only one of them polls: the others help when there is much to do.
    private async Task RelayAsync(Guid owner, bool isPoller, CancellationToken stopping)
    {
        await Task.Yield();
        var failures = 0;
        var interruption = "The service was stopped while this was on its way.";
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (failures > 0)
                    await ReleaseAsync(owner, interruption, stopping);
                var busy = await RelayBatchAsync(owner, stopping);
                failures = 0;
                if (!busy)
                    await signal.WaitAsync(isPoller ? await IdleTimeAsync(stopping) : Timeout.InfiniteTimeSpan, stopping);
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                // The database or the sidecar is away. Nothing was lost: wait and go on.
                log.RelayInterrupted(e, ++failures);
                interruption = e.Message;
                await Task.Delay(Backoff(failures), clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        try
        {
            await ReleaseAsync(owner, interruption, CancellationToken.None);
        }
        catch (Exception e)
        {
            // Then the lease runs out by itself.
            log.RelayInterrupted(e, failures + 1);
        }
    }

    private async Task ReleaseAsync(Guid owner, string error, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OutboxTable>().ReleaseAsync(owner, error, ct);
    }

    private async Task<bool> RelayBatchAsync(Guid owner, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var table = scope.ServiceProvider.GetRequiredService<OutboxTable>();
        var rows = await table.LeaseAsync(owner, ct);
        if (rows.Count == 0)
            return false;
        if (rows.Count == _options.BatchSize)
            signal.Raise();
        foreach (var (topic, batch) in PublishBatch.Divide(rows))
            await PublishAsync(table, owner, topic, batch, ct);
        return true;
    }

    private async Task<TimeSpan> IdleTimeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var table = scope.ServiceProvider.GetRequiredService<OutboxTable>();
        if (_lastPruned == 0 || clock.GetElapsedTime(_lastPruned) > PruneEvery)
        {
            await table.PruneAsync(ct);
            _lastPruned = clock.GetTimestamp();
        }
        return await table.NextWaitAsync(_options.PollEvery, ct);
    }

    private async Task PublishAsync(OutboxTable table, Guid owner, string topic, List<OutboxRow> rows, CancellationToken ct)
    {
        var failures = await BulkPublishAsync(topic, rows, ct);
        if (failures.Count < rows.Count)
            await table.MarkSentAsync(owner, Ids(rows.Except(failures.Select(f => f.Row))), ct);
        metrics.Published(rows.Count - failures.Count);
        foreach (var unreached in failures.Where(f => !f.Answered).GroupBy(f => f.Error))
        {
            await table.PostponeAsync(owner, Ids(unreached.Select(f => f.Row)), WaitForUnreached(unreached.First().Row), unreached.Key, ct);
            log.SubscriberNotReached(unreached.Count(), topic, unreached.Key);
        }
        foreach (var answered in failures.Where(f => f.Answered).GroupBy(f => (Attempts: f.Row.Attempts + 1, f.Error)))
        {
            await table.CountFailureAsync(owner, Ids(answered.Select(f => f.Row)), answered.Key.Attempts, answered.Key.Error, ct);
            log.DeliveryFailed(answered.Count(), topic, answered.Key.Attempts, answered.Key.Error);
            if (answered.Key.Attempts >= _options.ParkAfter)
                metrics.Parked(answered.Count());
        }
    }

    private async Task<List<PublishFailure>> BulkPublishAsync(string topic, IReadOnlyList<OutboxRow> rows, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(_options.Lease, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        try
        {
            var events = rows.Select(row => new OutgoingEvent(row, app.Value)).ToList();
            var response = await dapr.BulkPublishEventAsync(_options.PubSub, topic, events, cancellationToken: either.Token);
            return response.FailedEntries.Select(failed => PublishFailure.Of(failed.Entry.EventData.Row, failed.ErrorMessage)).ToList();
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return rows.Select(row => new PublishFailure(row, $"The sidecar did not answer within {_options.Lease}.", Answered: false)).ToList();
        }
        catch (DaprException e) when (e.IsRefusal())
        {
            // The request as a whole was refused. One of its events may be the reason: they go one by one, so that only that one fails.
            if (rows.Count == 1)
                return [PublishFailure.Of(rows[0], e.InnerException!.Message)];
            var failures = new List<PublishFailure>();
            foreach (var row in rows)
                failures.AddRange(await BulkPublishAsync(topic, [row], ct));
            return failures;
        }
    }

    // A row waits the longer the older it is: no counter is needed, and one that has just missed its subscriber is soon there.
    private TimeSpan WaitForUnreached(OutboxRow row)
    {
        var age = TimeSpan.FromMicroseconds(clock.Microseconds() - row.Created) / 4;
        return age < _options.FirstWait / 4 ? _options.FirstWait / 4 : age > _options.LongestWait ? _options.LongestWait : age;
    }

    private static TimeSpan Backoff(int failures) => TimeSpan.FromMilliseconds(Math.Min(5000, 100 * Math.Pow(2, Math.Min(failures, 10))));

    private static Guid[] Ids(IEnumerable<OutboxRow> rows) => rows.Select(row => row.Id).ToArray();
}
