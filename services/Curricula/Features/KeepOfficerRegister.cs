using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;
using Training.Workforce.V1;

namespace Training.Curricula;

internal sealed class KeepOfficerRegister(CurriculaDb db) : IReaction<OfficerRegisterChanged>
{
    public async Task Run(OfficerRegisterChanged happened, Caller caller, CancellationToken ct)
    {
        var register = await db.OfficerRegisters.SingleOrDefaultAsync(ct) ?? db.Add(new OfficerRegister { Organisation = caller.Organisation }).Entity;
        register.Take(happened.Version, [.. happened.Designations.Select(ToDesignation)]);
        await db.SaveChangesAsync(ct);
    }

    private static Designation ToDesignation(Workforce.V1.Designation told) =>
        new((Office)told.Office, TypedId.Parse<MemberId>("designations.member_id", told.MemberId).Value, told.From, told.Until);
}
