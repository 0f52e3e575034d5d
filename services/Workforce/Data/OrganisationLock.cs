using Microsoft.EntityFrameworkCore;

namespace Training.Workforce;

/// <summary>Lets one change of an organisation's roster, codes or register happen at a time: who comes second sees what the first has done.</summary>
internal static class OrganisationLock
{
    /// <summary>Opens the transaction and waits for whoever else is at it.</summary>
    /// <exception cref="OrganisationNotRegistered">There is nothing to change yet.</exception>
    public static async Task<RegisteredOrganisation> TakeOrganisationAsync(this WorkforceDb db, CancellationToken ct)
    {
        await db.BeginAsync(ct);
        await db.Organisations.ExecuteUpdateAsync(set => set.SetProperty(o => o.RegisterVersion, o => o.RegisterVersion), ct);
        return await db.Organisations.SingleOrDefaultAsync(ct) ?? throw new OrganisationNotRegistered();
    }
}
