using Microsoft.EntityFrameworkCore.Storage;

namespace Training.Messaging;

/// <summary>
/// The transaction of one scope. An edge that has more to write in it (the inbox row, a command's answer) holds it with <see cref="Hold"/>; then
/// saving is put off until <see cref="CommitAsync"/> writes everything in one go, unless the transaction was begun before.
/// Nobody holds it: each save is whole.
/// </summary>
internal sealed class UnitOfWork(ServiceDb db, DbScope scope)
{
    private IDbContextTransaction? _transaction;
    private bool _held;
    private bool _wrote;
    private long? _change;
    private Action? _afterCommit;

    public void Hold() => _held = true;

    public bool HeldButNotBegun => _held && _transaction is null;

    /// <summary>Saved changes wait for the commit: what the database would answer now is out of date.</summary>
    public bool HasUnwritten { get; private set; }

    public async Task BeginAsync(CancellationToken ct)
    {
        if (_transaction is not null)
            return;
        if (!_held)
            throw new InvalidOperationException("Nobody commits this transaction: a use case runs behind an RPC or a reaction, or saves with SaveChangesAsync alone.");
        await scope.Gate.EnterAsync(ct);
        try
        {
            _transaction = await db.Database.BeginTransactionAsync(ct);
        }
        catch
        {
            scope.Gate.Leave();
            throw;
        }
        if (HasUnwritten)
            await WriteAsync(ct);
    }

    /// <summary>One for the whole transaction, which is opened for it.</summary>
    public async Task<long> ChangeNumberAsync(CancellationToken ct)
    {
        await BeginAsync(ct);
        return _change ??= await ChangeNumbers.DrawAsync(db, ct);
    }

    public async Task<int> SaveAsync(CancellationToken ct)
    {
        if (HeldButNotBegun)
        {
            HasUnwritten = true;
            return 0;
        }
        if (_held)
            return await WriteAsync(ct);
        var written = await WriteAloneAsync(ct);
        TellOfCommit();
        return written;
    }

    public void AfterCommit(Action then) => _afterCommit += then;

    /// <summary>Writes what is unwritten, commits what was begun, and lets go. Nothing to write, nothing begun: nothing is done.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        if (_transaction is not null)
        {
            await WriteAsync(ct);
            await _transaction.CommitAsync(ct);
            await EndAsync();
        }
        else
        {
            await WriteAloneAsync(ct);
        }
        _held = false;
        TellOfCommit();
    }

    /// <summary>Undoes what was begun and forgets every tracked row: what they say is no longer what is stored.</summary>
    public async Task RollBackAsync()
    {
        _held = false;
        _wrote = false;
        HasUnwritten = false;
        _afterCommit = null;
        db.Forget();
        // Disposing rolls back, and does so as well on a connection that is already broken.
        if (_transaction is not null)
            await EndAsync();
    }

    private async Task<int> WriteAsync(CancellationToken ct)
    {
        HasUnwritten = false;
        var written = await db.WriteAsync(ct);
        _wrote |= written > 0;
        return written;
    }

    private async Task<int> WriteAloneAsync(CancellationToken ct)
    {
        await scope.Gate.EnterAsync(ct);
        try
        {
            return await WriteAsync(ct);
        }
        finally
        {
            scope.Gate.Leave();
        }
    }

    private async Task EndAsync()
    {
        try
        {
            await _transaction!.DisposeAsync();
        }
        finally
        {
            _transaction = null;
            _change = null;
            scope.Gate.Leave();
        }
    }

    private void TellOfCommit()
    {
        var then = _afterCommit;
        _afterCommit = null;
        then?.Invoke();
        if (!_wrote)
            return;
        _wrote = false;
        scope.Outbox.Raise();
        scope.Audit.Raise();
    }
}
