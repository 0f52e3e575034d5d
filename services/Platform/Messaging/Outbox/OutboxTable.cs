using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Training.Messaging;

/// <summary>The relay's side of the outbox, across organisations: lease, settle, prune. Every statement is set-based.</summary>
internal sealed class OutboxTable(ServiceDb db, TimeProvider clock, IOptions<MessagingOptions> messaging)
{
    private const string Waiting = "sent IS NULL AND NOT parked AND next_attempt <= {2}";

    private const string Oldest = $"SELECT organisation, id FROM outbox WHERE {Waiting} ORDER BY next_attempt, id LIMIT {{3}}";

    private const string Lease = $"UPDATE outbox SET lease_owner = {{0}}, next_attempt = {{1}} WHERE {Waiting} AND (organisation, id) IN ({Oldest}) RETURNING *";

    // Relays that wait for each other's rows in different orders would end in a deadlock, and its victim would publish again what it has published.
    private const string LeaseOnPostgres =
        $"UPDATE outbox SET lease_owner = {{0}}, next_attempt = {{1}} WHERE {Waiting} AND (organisation, id) IN ({Oldest} FOR UPDATE SKIP LOCKED) RETURNING *";

    private readonly MessagingOptions _options = messaging.Value;

    /// <summary>Takes the oldest waiting rows for this relay: one update, after which another relay finds them due only when the lease is over.</summary>
    public async Task<List<OutboxRow>> LeaseAsync(Guid owner, CancellationToken ct)
    {
        var now = clock.Microseconds();
        var until = now + _options.Lease.ToMicroseconds();
        var lease = db.Scope.Choice.Kind == DatabaseKind.Postgres ? LeaseOnPostgres : Lease;
        var rows = await Writing(() => db.Set<OutboxRow>().FromSqlRaw(lease, owner, until, now, _options.BatchSize)
            .IgnoreQueryFilters().AsNoTracking().ToListAsync(ct), ct);
        rows.Sort((a, b) => a.Id.CompareTo(b.Id));
        return rows;
    }

    public Task MarkSentAsync(Guid owner, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var now = clock.Microseconds();
        return Writing(() => Mine(owner, ids).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.Sent, now).SetProperty(r => r.LeaseOwner, (Guid?)null).SetProperty(r => r.LastError, (string?)null), ct), ct);
    }

    /// <summary>Lets go of everything that this relay still holds of a batch that was interrupted.</summary>
    public Task ReleaseAsync(Guid owner, string error, CancellationToken ct)
    {
        var now = clock.Microseconds();
        return Writing(() => db.Set<OutboxRow>().IgnoreQueryFilters().Where(r => r.LeaseOwner == owner).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.NextAttempt, now).SetProperty(r => r.LastError, error).SetProperty(r => r.LeaseOwner, (Guid?)null), ct), ct);
    }

    /// <summary>Lets go of rows whose subscriber could not be reached: no attempt is counted.</summary>
    public Task PostponeAsync(Guid owner, IReadOnlyCollection<Guid> ids, TimeSpan wait, string error, CancellationToken ct)
    {
        var next = clock.Microseconds() + wait.ToMicroseconds();
        return Writing(() => Mine(owner, ids).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.NextAttempt, next).SetProperty(r => r.LastError, error)
            .SetProperty(r => r.LeaseOwner, (Guid?)null), ct), ct);
    }

    /// <summary>Counts an answered failure of rows that have failed equally often, and parks them when it was one too many.</summary>
    public Task CountFailureAsync(Guid owner, IReadOnlyCollection<Guid> ids, int attempts, string error, CancellationToken ct)
    {
        var parked = attempts >= _options.ParkAfter;
        var next = clock.Microseconds() + WaitAfter(attempts).ToMicroseconds();
        return Writing(() => Mine(owner, ids).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.Attempts, attempts).SetProperty(r => r.NextAttempt, next).SetProperty(r => r.LastError, error)
            .SetProperty(r => r.Parked, parked).SetProperty(r => r.LeaseOwner, (Guid?)null), ct), ct);
    }

    /// <summary>How long until the next postponed row is due, at most <paramref name="atMost"/>.</summary>
    public async Task<TimeSpan> NextWaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        var due = await db.Set<OutboxRow>().IgnoreQueryFilters().Where(r => r.Sent == null && !r.Parked)
            .MinAsync(r => (long?)r.NextAttempt, ct);
        if (due is null)
            return atMost;
        var wait = TimeSpan.FromMicroseconds(due.Value - clock.Microseconds()) + TimeSpan.FromMilliseconds(1);
        return wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait < atMost ? wait : atMost;
    }

    public TimeSpan WaitAfter(int attempts)
    {
        var wait = _options.FirstWait * Math.Pow(2, Math.Min(attempts - 1, 40));
        return wait < _options.LongestWait ? wait : _options.LongestWait;
    }

    public Task<int> PruneAsync(CancellationToken ct)
    {
        var before = clock.Microseconds() - _options.KeepSent.ToMicroseconds();
        return Writing(() => db.Set<OutboxRow>().IgnoreQueryFilters().Where(r => r.Sent < before).ExecuteDeleteAsync(ct), ct);
    }

    private IQueryable<OutboxRow> Mine(Guid owner, IReadOnlyCollection<Guid> ids) =>
        db.Set<OutboxRow>().IgnoreQueryFilters().Where(r => ids.Contains(r.Id) && r.LeaseOwner == owner);

    private async Task<T> Writing<T>(Func<Task<T>> write, CancellationToken ct)
    {
        await db.Scope.Gate.EnterAsync(ct);
        try
        {
            return await write();
        }
        finally
        {
            db.Scope.Gate.Leave();
        }
    }
}
