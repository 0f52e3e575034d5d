using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Workforce;

internal sealed class RegisterOrganisation(WorkforceDb db, OrganisationReader reader, TimeProvider clock)
{
    public async Task<OrganisationWithCodes> Run(string name, int leaversLimitPercent, Caller caller, CancellationToken ct)
    {
        var asked = RegisteredOrganisation.Register(caller.Organisation, name, leaversLimitPercent, clock.GetUtcNow());
        if (await db.Organisations.SingleOrDefaultAsync(ct) is { } registered)
            return registered.IsRegisteredAs(name, leaversLimitPercent)
                ? await reader.Read(ct)
                : throw new OrganisationRegisteredOtherwise(registered.Name, registered.LeaversLimitPercent);
        db.Add(asked);
        await db.SaveChangesAsync(ct);
        return new OrganisationWithCodes(asked, [], []);
    }
}
