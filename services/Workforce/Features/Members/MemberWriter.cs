using Training.Workforce.V1;

namespace Training.Workforce;

/// <summary>Writes what becomes of members, remembers it in their history and tells it to the world: all in the open transaction.</summary>
internal sealed class MemberWriter(WorkforceDb db, TimeProvider clock)
{
    private const int MostInOneEvent = 500;

    public async Task Write(IReadOnlyList<MemberChange> changes, RosterImportId? import, CancellationToken ct)
    {
        if (changes.Count == 0)
            return;
        var now = clock.GetUtcNow();
        var number = await db.ChangeNumberAsync(ct);
        await db.InsertRowsAsync(changes.Where(change => change.Before is null).Select(change => change.After with { Change = number }).ToList(), ct);
        await db.UpsertRowsAsync(changes.Where(change => change.Before is not null).Select(change => change.After with { Change = number }).ToList(), ct);
        await db.InsertRowsAsync(changes.Select(change => MemberHistoryEntry.Of(change, import, now)).ToList(), ct);
        foreach (var batch in changes.Chunk(MostInOneEvent))
            db.Publish(new MembersChanged { Members = { batch.Select(change => change.After.ToMessage(change.After.Id)) } });
    }
}
