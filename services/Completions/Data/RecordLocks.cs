using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Completions;

/// <summary>
/// Lets reactions that could miss each other's effect wait for each other: somebody joins while a campaign is assigned, a run ends while
/// its assignment is made. What concerns one member waits for that member and for what concerns all.
/// </summary>
internal sealed class RecordLocks(CompletionsDb db)
{
    /// <summary>For what concerns many members. Until the transaction ends.</summary>
    public Task OfEverybodyAsync(CancellationToken ct) => TakeAsync(db.Dialect.LockRecord, ct, db.CurrentOrganisation.Value);

    /// <summary>For what concerns one member. Until the transaction ends.</summary>
    public Task OfAsync(MemberId member, CancellationToken ct) => TakeAsync(db.Dialect.LockMember, ct, db.CurrentOrganisation.Value, member.Value);

    private Task TakeAsync(string? statement, CancellationToken ct, params object[] of) =>
        statement is null ? Task.CompletedTask : db.Database.ExecuteSqlRawAsync(statement, of, ct);
}
