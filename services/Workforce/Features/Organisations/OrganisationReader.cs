using Microsoft.EntityFrameworkCore;

namespace Training.Workforce;

/// <summary>An organisation with the codes that it registered, in their order.</summary>
internal sealed record OrganisationWithCodes(RegisteredOrganisation Organisation, IReadOnlyList<Site> Sites, IReadOnlyList<JobRole> JobRoles);

internal sealed class OrganisationReader(WorkforceDb db)
{
    public async Task<OrganisationWithCodes> Read(CancellationToken ct) => new(
        await db.Organisations.AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new OrganisationNotRegistered(),
        await db.Sites.AsNoTracking().OrderBy(site => site.Code).ToListAsync(ct),
        await db.JobRoles.AsNoTracking().OrderBy(role => role.Code).ToListAsync(ct));
}
