using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;
using Training.Sanctions.V1;

namespace Training.Sanctions;

/// <summary>Where a case is taken up for a step and laid down after it.</summary>
internal sealed class CaseDesk(SanctionsDb db, TimeProvider clock)
{
    public async Task<(Case File, Step Step)> TakeUp(CaseId id, long seenVersion, Caller caller, CancellationToken ct)
    {
        var file = await db.Cases.FindAsync([caller.Organisation, id], ct) ?? throw new CaseNotFound(id);
        var subject = await db.People.AsNoTracking().SingleAsync(person => person.Id == file.Subject, ct);
        return (file, new Step(caller.Member, seenVersion, clock.Now(), subject.LineManager, subject.TimeZone));
    }

    /// <param name="file">The case after the step.</param>
    /// <param name="why">What the one who took the step said, for the audit log.</param>
    /// <param name="ct">Cancels the save.</param>
    public async Task<Case> LayDown(Case file, string why, CancellationToken ct)
    {
        db.Note($"Case/{file.Id}", why);
        if (file.Closed is { } closed && db.Entry(file).Property(c => c.Closed).OriginalValue is null)
        {
            db.Publish(new CaseClosed
            {
                CaseId = file.Id.ToString(),
                ViolationCode = file.ViolationCode,
                Sanctioned = file.State == CaseState.Closed,
                Closed = closed.ToTimestamp(),
            });
        }

        await db.SaveChangesAsync(ct);
        return file;
    }
}
