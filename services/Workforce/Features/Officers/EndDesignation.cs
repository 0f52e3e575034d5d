using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Training.Workforce;

internal sealed class EndDesignation(WorkforceDb db, RegisterWriter register)
{
    public async Task<Designation> Run(DesignationId id, LocalDate until, CancellationToken ct)
    {
        var organisation = await db.TakeOrganisationAsync(ct);
        var designations = await db.Designations.ToListAsync(ct);
        var designation = designations.Find(one => one.Id == id) ?? throw new DesignationNotFound(id);
        designation.End(until);
        register.Publish(organisation, designations);
        db.Note($"Designation/{id}", "");
        await db.SaveChangesAsync(ct);
        return designation;
    }
}
