using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Training.Messaging;

/// <summary>
/// Refuses what would be wrong before a command's transaction is open: a set-based statement, which would commit on its own and survive a
/// roll-back, and a query after a save, whose answer would not know of it.
/// </summary>
internal sealed class StrayStatements : DbCommandInterceptor
{
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is ServiceDb { Work.HeldButNotBegun: true })
            throw new InvalidOperationException("Open the transaction before a set-based statement: await db.BeginAsync(ct).");
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(NonQueryExecuting(command, eventData, result));

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (eventData.Context is ServiceDb { Work: { HeldButNotBegun: true, HasUnwritten: true } })
            throw new InvalidOperationException("Open the transaction before reading what was just saved: await db.BeginAsync(ct).");
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(ReaderExecuting(command, eventData, result));
}
