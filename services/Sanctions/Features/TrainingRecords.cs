using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Sanctions;

internal sealed class TrainingRecords(SanctionsDb db)
{
    /// <summary>What teaches this violation, and what the person made of it.</summary>
    public async Task<TrainingHistory> Of(MemberId member, Violation violation, CancellationToken ct) => (await OfAll([(member, violation)], ct))[0];

    /// <summary>The same of several, in their order, by as many statements.</summary>
    public async Task<IReadOnlyList<TrainingHistory>> OfAll(IReadOnlyList<(MemberId Member, Violation Violation)> asked, CancellationToken ct)
    {
        var codes = asked.Select(one => one.Violation.Code).Distinct().ToList();
        var decisions = asked.SelectMany(one => one.Violation.Decisions).Distinct().ToList();
        var taught = await db.TaughtDecisions.AsNoTracking()
            .Where(decision => codes.Contains(decision.ViolationCode) || decisions.Contains(decision.Decision)).ToListAsync(ct);
        var scenarios = taught.Select(decision => decision.Scenario).Distinct().ToList();
        var members = asked.Select(one => one.Member).Distinct().ToList();
        var versions = await db.Scenarios.AsNoTracking().Where(version => scenarios.Contains(version.Scenario)).ToListAsync(ct);
        var runs = await db.Runs.AsNoTracking().Where(run => members.Contains(run.Member) && scenarios.Contains(run.Scenario)).ToListAsync(ct);
        var choices = await db.Choices.AsNoTracking().Where(choice => members.Contains(choice.Member) && scenarios.Contains(choice.Scenario)).ToListAsync(ct);
        return [.. asked.Select(one => HistoryOf(one.Member, one.Violation))];

        TrainingHistory HistoryOf(MemberId member, Violation violation)
        {
            var teaching = taught.Where(decision => decision.ViolationCode == violation.Code || violation.Decisions.Contains(decision.Decision)).ToList();
            var teachers = teaching.Select(decision => decision.Scenario).ToHashSet();
            return new TrainingHistory(
                [.. versions.Where(version => teachers.Contains(version.Scenario))], teaching,
                [.. runs.Where(run => run.Member == member && teachers.Contains(run.Scenario))],
                [.. choices.Where(choice => choice.Member == member && teachers.Contains(choice.Scenario))]);
        }
    }
}
