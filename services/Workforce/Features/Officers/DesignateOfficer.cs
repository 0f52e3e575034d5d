using Microsoft.EntityFrameworkCore;
using NodaTime;
using Training.Hosting;

namespace Training.Workforce;

internal sealed class DesignateOfficer(WorkforceDb db, MemberReader members, RegisterWriter register, TimeProvider clock)
{
    public async Task<Designation> Run(Office office, MemberId memberId, bool deputy, LocalDate from, CancellationToken ct)
    {
        var organisation = await db.TakeOrganisationAsync(ct);
        var member = await members.One(memberId, ct);
        var designations = await db.Designations.ToListAsync(ct);
        var designation = Designation.Make(TypedId.New<DesignationId>(clock), office, member, deputy, from, designations);
        db.Add(designation);
        register.Publish(organisation, designations.Append(designation));
        db.Note($"Designation/{designation.Id}", "");
        await db.SaveChangesAsync(ct);
        return designation;
    }
}
