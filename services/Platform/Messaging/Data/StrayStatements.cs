using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Training.Messaging;

/// <summary>Refuses a set-based statement of a command before its transaction is open: it would commit on its own and survive a roll-back.</summary>
internal sealed class StrayStatements : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ServiceDb { Work.HeldButNotBegun: true })
            throw new InvalidOperationException("Open the transaction before a set-based statement: await db.BeginAsync(ct).");
        return new(result);
    }
}
