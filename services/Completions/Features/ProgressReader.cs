using Microsoft.EntityFrameworkCore;

namespace Training.Completions;

/// <summary>How far a campaign has come. Assigned are those who owe it or have done it; what was closed is counted apart.</summary>
internal sealed record Progress(DutyId Campaign, long Assigned, long Started, long Completed, long Overdue, long Closed, DateTimeOffset At)
{
    public bool SaysTheSameAs(Progress other) => this == other with { At = At };
}

internal sealed class ProgressReader(CompletionsDb db, TimeProvider clock)
{
    public async Task<Progress> Of(DutyId campaign, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var counts = await db.Assignments.Where(assignment => assignment.Duty == campaign)
            .GroupBy(assignment => new { assignment.State, assignment.Started, Late = assignment.Due <= now })
            .Select(group => new { group.Key.State, group.Key.Started, group.Key.Late, Count = group.LongCount() })
            .ToListAsync(ct);
        if (counts.Count == 0 && !await db.Duties.AnyAsync(duty => duty.Id == campaign && duty.Source == DutySource.Campaign, ct))
            throw new CampaignNotFound(campaign);
        return new Progress(
            campaign,
            Assigned: counts.Where(c => c.State != AssignmentState.Closed).Sum(c => c.Count),
            Started: counts.Where(c => c.State != AssignmentState.Closed && c.Started).Sum(c => c.Count),
            Completed: counts.Where(c => c.State == AssignmentState.Completed).Sum(c => c.Count),
            Overdue: counts.Where(c => c.State == AssignmentState.Open && c.Late).Sum(c => c.Count),
            Closed: counts.Where(c => c.State == AssignmentState.Closed).Sum(c => c.Count),
            now);
    }
}
