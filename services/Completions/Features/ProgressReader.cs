using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Completions;

/// <summary>How far a campaign has come. Assigned are those who owe it or have done it; what was closed is counted apart.</summary>
internal sealed record Progress(DutyId Campaign, long Assigned, long Started, long Completed, long Overdue, long Closed, DateTimeOffset At)
{
    public bool SaysTheSameAs(Progress other) => this == other with { At = At };
}

internal sealed class ProgressReader(CompletionsDb db, TimeProvider clock)
{
    public async Task<Progress> Of(DutyId campaign, CancellationToken ct) =>
        (await Of([campaign], ct)).SingleOrDefault() ?? throw new CampaignNotFound(campaign);

    /// <summary>Those of them that are there.</summary>
    public async Task<IReadOnlyList<Progress>> Of(IReadOnlyCollection<DutyId> campaigns, CancellationToken ct)
    {
        ListReader.DemandFew(campaigns.Count);
        var now = clock.GetUtcNow();
        var counts = await db.Assignments.Where(assignment => campaigns.Contains(assignment.Duty))
            .GroupBy(assignment => new { assignment.Duty, assignment.State, assignment.Started, Late = assignment.Due <= now })
            .Select(group => new Count(group.Key.Duty, group.Key.State, group.Key.Started, group.Key.Late, group.LongCount()))
            .ToListAsync(ct);
        var known = await db.Duties.Where(duty => campaigns.Contains(duty.Id) && duty.Source == DutySource.Campaign).Select(duty => duty.Id).ToListAsync(ct);
        var byCampaign = counts.ToLookup(count => count.Campaign);
        return [.. known.Select(campaign => Sum(campaign, [.. byCampaign[campaign]], now))];
    }

    private static Progress Sum(DutyId campaign, IReadOnlyList<Count> counts, DateTimeOffset now) => new(
        campaign,
        Assigned: counts.Where(c => c.State != AssignmentState.Closed).Sum(c => c.Number),
        Started: counts.Where(c => c.State != AssignmentState.Closed && c.Started).Sum(c => c.Number),
        Completed: counts.Where(c => c.State == AssignmentState.Completed).Sum(c => c.Number),
        Overdue: counts.Where(c => c.State == AssignmentState.Open && c.Late).Sum(c => c.Number),
        Closed: counts.Where(c => c.State == AssignmentState.Closed).Sum(c => c.Number),
        now);

    private sealed record Count(DutyId Campaign, AssignmentState State, bool Started, bool Late, long Number);
}
