using Microsoft.EntityFrameworkCore.Storage;

namespace Training.Messaging;

/// <summary>
/// The transaction of one scope. An edge that has more to write in it (the inbox row, a command's answer) holds it open with
/// <see cref="Hold"/>; then saving begins it and only <see cref="CommitAsync"/> ends it. Nobody holds it: each save is whole.
/// </summary>
internal sealed class UnitOfWork(ServiceDb db, DbScope scope)
{
    private IDbContextTransaction? _transaction;
    private bool _held;
    private bool _left;

    public void Hold() => _held = true;

    public bool Begun => _transaction is not null;

    public bool HeldButNotBegun => _held && _transaction is null;

    public async Task BeginAsync(CancellationToken ct)
    {
        if (_transaction is not null)
            return;
        if (!_held)
            throw new InvalidOperationException("Nobody commits this transaction: a use case runs behind an RPC or a reaction, or save with SaveChangesAsync alone.");
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
    }

    public async Task<int> SaveAsync(Func<CancellationToken, Task<int>> save, CancellationToken ct)
    {
        if (_held)
        {
            await BeginAsync(ct);
            _left = true;
            return await save(ct);
        }
        await scope.Gate.EnterAsync(ct);
        int saved;
        try
        {
            saved = await save(ct);
        }
        finally
        {
            scope.Gate.Leave();
        }
        Wake();
        return saved;
    }

    /// <summary>Commits what was begun and lets go of it; commits nothing when nothing was begun.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        _held = false;
        if (_transaction is null)
            return;
        try
        {
            await _transaction.CommitAsync(ct);
        }
        finally
        {
            await EndAsync();
        }
        if (_left)
            Wake();
        _left = false;
    }

    /// <summary>Undoes what was begun and forgets every tracked row: what they say is no longer what is stored.</summary>
    public async Task RollBackAsync()
    {
        _held = false;
        _left = false;
        db.ChangeTracker.Clear();
        if (_transaction is null)
            return;
        // Disposing rolls back, and does so as well on a connection that is already broken.
        await EndAsync();
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
            scope.Gate.Leave();
        }
    }

    private void Wake()
    {
        scope.Outbox.Raise();
        scope.Audit.Raise();
    }
}
