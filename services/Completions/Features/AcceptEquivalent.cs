using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;

namespace Training.Completions;

internal sealed class AcceptEquivalent(CompletionsDb db, TimeProvider clock)
{
    public async Task<Equivalent> Run(CourseOffer offer, Caller caller, CancellationToken ct)
    {
        var accepted = Equivalent.Accept(TypedId.New<EquivalentId>(clock), offer, caller, clock.Now());
        if (await db.Equivalents.AsNoTracking().SingleOrDefaultAsync(
            known => known.Provider == offer.Provider && known.Course == offer.Course && known.Scenario == offer.Scenario, ct) is { } same)
            return same;
        if (!await db.Duties.AnyAsync(duty => duty.Scenarios.Any(required => required.Scenario == offer.Scenario), ct))
            throw new ScenarioNotAssigned(offer.Scenario);
        db.Add(accepted);
        db.Note($"Equivalent/{accepted.Id}", accepted.Reason);
        await db.SaveChangesAsync(ct);
        return accepted;
    }
}
