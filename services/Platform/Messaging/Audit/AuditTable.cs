using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>The sealer's side of the audit log, across organisations.</summary>
internal sealed class AuditTable(ServiceDb db)
{
    private const int Batch = 2000;

    // Any number, the same in every replica: PostgreSQL lets one transaction at a time hold it.
    private const long SealerLock = 0x5EA1;

    /// <summary>Links the oldest unsealed entries; <c>true</c> when there may be more.</summary>
    public async Task<bool> SealBatchAsync(CancellationToken ct)
    {
        var waiting = await Unsealed().AnyAsync(ct);
        if (!waiting)
            return false;
        db.Work.Hold();
        try
        {
            await db.Work.BeginAsync(ct);
            if (db.Scope.Choice.Kind == DatabaseKind.Postgres)
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SealerLock})", ct);
            var entries = await Unsealed().OrderBy(a => a.Organisation).ThenBy(a => a.Id).Take(Batch).ToListAsync(ct);
            var heads = await HeadsAsync(entries.Select(a => a.Organisation).Distinct().ToArray(), ct);
            await WriteAsync(Link(entries, heads), ct);
            await db.Work.CommitAsync(ct);
            return entries.Count == Batch;
        }
        finally
        {
            await db.Work.RollBackAsync();
        }
    }

    private IQueryable<AuditRow> Unsealed() => db.Set<AuditRow>().IgnoreQueryFilters().AsNoTracking().Where(a => a.Sequence == null);

    private async Task<Dictionary<OrganisationId, (long Sequence, byte[] Chain)>> HeadsAsync(OrganisationId[] organisations, CancellationToken ct)
    {
        var sealedRows = db.Set<AuditRow>().IgnoreQueryFilters().AsNoTracking().Where(a => a.Sequence != null);
        var heads = await sealedRows
            .Where(a => organisations.Contains(a.Organisation)
                && a.Sequence == sealedRows.Where(b => b.Organisation == a.Organisation).Max(b => b.Sequence))
            .Select(a => new { a.Organisation, a.Sequence, a.Chain }).ToListAsync(ct);
        return heads.ToDictionary(a => a.Organisation, a => (a.Sequence!.Value, a.Chain!));
    }

    private static List<Seal> Link(List<AuditRow> entries, Dictionary<OrganisationId, (long Sequence, byte[] Chain)> heads)
    {
        var seals = new List<Seal>(entries.Count);
        foreach (var entry in entries)
        {
            var (sequence, chain) = heads.GetValueOrDefault(entry.Organisation, (0, AuditChain.Beginning));
            var link = AuditChain.Link(chain, sequence + 1, entry);
            heads[entry.Organisation] = (sequence + 1, link);
            seals.Add(new Seal(entry.Organisation.Value, entry.Id, sequence + 1, link));
        }
        return seals;
    }

    private Task<int> WriteAsync(List<Seal> seals, CancellationToken ct)
    {
        if (db.Scope.Choice.Kind == DatabaseKind.Postgres)
        {
            var organisations = seals.Select(s => s.Organisation).ToArray();
            var ids = seals.Select(s => s.Id).ToArray();
            var sequences = seals.Select(s => s.Sequence).ToArray();
            var chains = seals.Select(s => s.Chain).ToArray();
            return db.Database.ExecuteSqlAsync($"""
                UPDATE audit SET sequence = seal.sequence, chain = seal.chain
                FROM unnest({organisations}, {ids}, {sequences}, {chains}) AS seal (organisation, id, sequence, chain)
                WHERE audit.organisation = seal.organisation AND audit.id = seal.id AND audit.sequence IS NULL
                """, ct);
        }
        // Microsoft.Data.Sqlite stores a Guid as upper-case text.
        var rows = JsonSerializer.Serialize(seals.Select(s => new object[] { Text(s.Organisation), Text(s.Id), s.Sequence, Convert.ToHexString(s.Chain) }));
        return db.Database.ExecuteSqlAsync($"""
            UPDATE audit SET sequence = seal.value ->> 2, chain = unhex(seal.value ->> 3)
            FROM json_each({rows}) AS seal
            WHERE audit.organisation = seal.value ->> 0 AND audit.id = seal.value ->> 1 AND audit.sequence IS NULL
            """, ct);
    }

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    private sealed record Seal(Guid Organisation, Guid Id, long Sequence, byte[] Chain);
}
