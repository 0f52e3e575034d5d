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
            var heads = await HeadsAsync(ct);
            // An id tells times apart to the millisecond only.
            await WriteAsync(Link(entries.OrderBy(a => a.At), heads), ct);
            await db.Work.CommitAsync(ct);
            return entries.Count == Batch;
        }
        finally
        {
            await db.Work.RollBackAsync();
        }
    }

    private IQueryable<AuditRow> Unsealed() => db.Set<AuditRow>().IgnoreQueryFilters().AsNoTracking().Where(a => a.Sequence == null);

    // Two look-ups for each organisation that has something to seal, however long its log is.
    private async Task<Dictionary<OrganisationId, (long Sequence, byte[] Chain)>> HeadsAsync(CancellationToken ct)
    {
        var chained = db.Set<AuditRow>().IgnoreQueryFilters().Where(a => a.Sequence != null);
        var heads = await Unsealed().Select(a => a.Organisation).Distinct().Select(organisation => new
        {
            Organisation = organisation,
            Sequence = chained.Where(b => b.Organisation == organisation).Max(b => b.Sequence),
            Chain = chained.Where(b => b.Organisation == organisation).OrderByDescending(b => b.Sequence).Select(b => b.Chain).FirstOrDefault(),
        }).ToListAsync(ct);
        return heads.Where(h => h.Sequence is not null).ToDictionary(h => h.Organisation, h => (h.Sequence!.Value, h.Chain!));
    }

    private static List<Seal> Link(IEnumerable<AuditRow> entries, Dictionary<OrganisationId, (long Sequence, byte[] Chain)> heads)
    {
        var seals = new List<Seal>();
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
