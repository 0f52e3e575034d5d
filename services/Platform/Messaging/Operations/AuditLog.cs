using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Training.Operations.V1;

namespace Training.Messaging;

/// <summary>What an auditor sees of the audit log, and the proof that nobody changed it.</summary>
internal sealed class AuditLog(ServiceDb db)
{
    private const int Stride = 1000;

    public async Task<ListAuditResponse> List(ListAuditRequest request, CancellationToken ct)
    {
        var size = Paging.Size(request.PageSize);
        var after = Paging.After(request.PageToken);
        var log = db.Set<AuditRow>().AsNoTracking();
        // Two statements, not one with an OR: each has its index.
        var asked = request.Subject == "" ? log : log.Where(a => a.Subject == request.Subject);
        var rows = await asked.Where(a => a.Id > after).OrderBy(a => a.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListAuditResponse { NextPageToken = Paging.Next(rows, size, a => a.Id) };
        response.Entries.AddRange(rows.Select(ToMessage));
        return response;
    }

    public async Task<VerifyAuditResponse> Verify(CancellationToken ct)
    {
        var (sequence, chain) = (0L, AuditChain.Beginning);
        while (true)
        {
            var from = sequence;
            var rows = await db.Set<AuditRow>().AsNoTracking().Where(a => a.Sequence > from).OrderBy(a => a.Sequence).Take(Stride).ToListAsync(ct);
            foreach (var row in rows)
            {
                if (row.Sequence != sequence + 1)
                    return Broken(sequence, chain, $"Entry {sequence + 1} is missing.");
                var link = AuditChain.Link(chain, sequence + 1, row);
                if (row.Chain is null || !link.AsSpan().SequenceEqual(row.Chain))
                    return Broken(sequence, chain, $"Entry {sequence + 1} ({row.Id}) is not what was sealed.");
                (sequence, chain) = (sequence + 1, link);
            }
            if (rows.Count < Stride)
                break;
        }
        var unsealed = await db.Set<AuditRow>().LongCountAsync(a => a.Sequence == null, ct);
        return new VerifyAuditResponse { Intact = true, Sealed = sequence, Unsealed = unsealed, Head = ByteString.CopyFrom(chain) };
    }

    private static VerifyAuditResponse Broken(long intactUntil, byte[] head, string finding) =>
        new() { Sealed = intactUntil, Head = ByteString.CopyFrom(head), FirstBrokenSequence = intactUntil + 1, Finding = finding };

    private static AuditEntry ToMessage(AuditRow row) => new()
    {
        Id = row.Id.ToString(),
        At = Instants.FromMicroseconds(row.At).ToTimestamp(),
        Member = row.Member?.ToString() ?? "",
        Account = row.Account,
        Action = row.Action,
        Subject = row.Subject,
        Why = row.Why,
        BeforeHash = ByteString.CopyFrom(row.Before),
        AfterHash = ByteString.CopyFrom(row.After),
        Sequence = row.Sequence ?? 0,
        ChainHash = ByteString.CopyFrom(row.Chain ?? []),
    };
}
