using Microsoft.EntityFrameworkCore;

namespace Training.Sanctions;

internal sealed class Officers(SanctionsDb db)
{
    /// <summary>The officer register as last told; empty before Workforce told any.</summary>
    public async Task<OfficerRegister> Register(CancellationToken ct) =>
        await db.OfficerRegisters.AsNoTracking().SingleOrDefaultAsync(ct) ?? new OfficerRegister();
}
