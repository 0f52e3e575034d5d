using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Training.Hosting;
using Training.Messaging;

namespace Training.Sanctions;

internal sealed class PublishPolicy(SanctionsDb db, PolicyShelf shelf, Officers officers, TimeProvider clock)
{
    public async Task<PolicyInForce> Run(string document, Caller caller, CancellationToken ct)
    {
        var by = caller.Member ?? throw new StepNeedsHumanBeing();
        // Of no site: the day is UTC's.
        (await officers.Register(ct)).Require(by, Office.Privacy, LocalDate.FromDateTime(clock.Now().UtcDateTime));
        var (_, findings) = PolicyReader.Read(document);
        if (findings.Count > 0)
            throw new PolicyHasFindings(findings);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(document));
        var newest = await shelf.Newest(ct);
        if (newest is not null && newest.ContentHash.AsSpan().SequenceEqual(hash))
            return shelf.Read(newest);
        var version = new PolicyVersion
        {
            Organisation = caller.Organisation,
            Version = (newest?.Version ?? 0) + 1,
            Document = document,
            ContentHash = hash,
            Published = clock.Now(),
            PublishedBy = by,
        };
        db.Add(version);
        await db.SaveChangesAsync(ct);
        return shelf.Read(version);
    }
}
