using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;

namespace Training.Curricula;

/// <summary>Signs for an office: as a human being whom the officer register names for it today.</summary>
internal sealed class Offices(CurriculaDb db, TimeProvider clock)
{
    public async Task<Signature> SignAsync(Office office, Caller caller, CancellationToken ct)
    {
        if (!Enum.IsDefined(office))
            throw new OfficeMissing();
        var (member, register, now) = (caller.Human(), await RegisterAsync(ct), clock.Now());
        var today = Days.Today(now);
        return register.Names(member, office, today) ? new Signature(office, member, now) : throw new OfficeNotHeld(office, today);
    }

    public async Task DemandAnyAsync(Caller caller, CancellationToken ct)
    {
        var (member, register, today) = (caller.Human(), await RegisterAsync(ct), Days.Today(clock.Now()));
        if (!Enum.GetValues<Office>().Any(office => register.Names(member, office, today)))
            throw new NoOfficeHeld(today);
    }

    private async Task<OfficerRegister> RegisterAsync(CancellationToken ct) =>
        await db.OfficerRegisters.AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new OfficerRegisterUnknown();
}
