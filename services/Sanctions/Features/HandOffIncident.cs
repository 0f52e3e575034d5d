using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;

namespace Training.Sanctions;

internal sealed class HandOffIncident(SanctionsDb db, PolicyShelf shelf, CaseDesk desk, TimeProvider clock)
{
    public async Task<Case> Run(Incident incident, Caller caller, CancellationToken ct)
    {
        var known = await db.Cases.SingleOrDefaultAsync(file => file.Incident == incident.Number, ct);
        if (known is not null)
            return known.IsOf(incident) ? known.AsHandedOff(caller) : throw new IncidentHandedOffDifferently(known.Id);
        var subject = await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == incident.Subject, ct) ?? throw new MemberUnknown();
        var inForce = await shelf.InForce(ct);
        var file = Case.HandOff(CaseId.New(clock), incident, subject, inForce.Policy, inForce.Version.Version, caller, clock.Now());
        db.Add(file);
        return await desk.LayDown(file, "handed off", ct);
    }
}
