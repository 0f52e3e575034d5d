using Microsoft.EntityFrameworkCore;
using Training.Completions.V1;
using Training.Hosting;

namespace Training.Completions;

/// <summary>Credits what members have passed to what they owe, and completes what is done.</summary>
internal sealed class CreditRuns(CompletionsDb db, AssignmentStatements statements, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Runs may be heard of before the campaign that they count for.</summary>
    public async Task WhatCameBeforeAsync(Duty campaign, CancellationToken ct)
    {
        var scenarios = campaign.Scenarios.Select(required => required.Scenario).ToList();
        var early = db.Attempts.Where(attempt => attempt.Finished >= campaign.Begun && scenarios.Contains(attempt.Scenario))
            .Select(attempt => attempt.Member).Distinct();
        foreach (var members in (await early.ToListAsync(ct)).Chunk(Batch))
        {
            await OfAsync(members, ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Looks at everything that these members owe; saving is left to the caller.</summary>
    public async Task OfAsync(IReadOnlyCollection<MemberId> members, CancellationToken ct)
    {
        await statements.StartForAsync(members, ct);
        foreach (var owed in (await PassesAsync(members, ct)).GroupBy(row => row.Assignment))
        {
            var duty = owed.First().Duty;
            if (owed.Key.CompleteWith(owed.Select(row => row.Attempt), duty, CompletionId.New(clock)) is { } completion)
                Record(completion);
        }
    }

    private async Task<List<Pass>> PassesAsync(IReadOnlyCollection<MemberId> members, CancellationToken ct) => await (
        from assignment in db.Assignments
        where members.Contains(assignment.Member) && assignment.State != AssignmentState.Completed
        join duty in db.Duties.Include(duty => duty.Scenarios) on assignment.Duty equals duty.Id
        from required in duty.Scenarios
        join attempt in db.Attempts on new { assignment.Member, required.Scenario } equals new { attempt.Member, attempt.Scenario }
        where attempt.Passed && attempt.Finished >= duty.Begun
        select new Pass(assignment, duty, attempt)).ToListAsync(ct);

    private void Record(Completion completion)
    {
        db.Add(completion);
        db.Publish(new AssignmentCompleted { Completion = completion.ToMessage() });
    }

    private sealed record Pass(Assignment Assignment, Duty Duty, Attempt Attempt);
}
