using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Sanctions;

internal sealed class TrainingRecords(SanctionsDb db)
{
    /// <summary>What teaches this violation, and what the person made of it.</summary>
    public async Task<TrainingHistory> Of(MemberId member, Violation violation, CancellationToken ct)
    {
        var decisions = violation.Decisions.ToList();
        var taught = await db.TaughtDecisions.AsNoTracking()
            .Where(decision => decision.ViolationCode == violation.Code || decisions.Contains(decision.Decision)).ToListAsync(ct);
        var scenarios = taught.Select(decision => decision.Scenario).Distinct().ToList();
        var versions = await db.Scenarios.AsNoTracking().Where(version => scenarios.Contains(version.Scenario)).ToListAsync(ct);
        var runs = await db.Runs.AsNoTracking().Where(run => run.Member == member && scenarios.Contains(run.Scenario)).ToListAsync(ct);
        var choices = await db.Choices.AsNoTracking().Where(choice => choice.Member == member && scenarios.Contains(choice.Scenario)).ToListAsync(ct);
        return new TrainingHistory(versions, taught, runs, choices);
    }
}
