using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Completions;

/// <summary>Keeps what is owed equal to what duties ask of the roster, in whatever order the two become known.</summary>
internal sealed class AssignDuties(CompletionsDb db, AssignmentStatements statements, CreditRuns credit, TimeProvider clock)
{
    /// <summary>Assigns a new campaign to its audience, even if word of it comes late.</summary>
    public async Task ToAudienceAsync(Duty campaign, CancellationToken ct)
    {
        var zones = await db.Members.Select(member => member.TimeZone).Distinct().ToListAsync(ct);
        var assigned = await statements.AssignToAllAsync(zones.Select(zone => new DueIn(campaign.Id, zone, Deadline.Of(campaign.DueOn, zone))), ct);
        db.Note($"Campaign/{campaign.Id}", $"{assigned} assigned");
        await credit.WhatCameBeforeAsync(campaign, ct);
    }

    /// <summary>Makes good what these members owe, after they or a duty of theirs changed.</summary>
    public async Task ToMembersAsync(IReadOnlyCollection<MemberId> members, CancellationToken ct)
    {
        var closed = await statements.CloseForAsync(members, ct);
        var assigned = await statements.AssignToAsync(members, await DuesAsync(members, ct), ct);
        if (closed + assigned == 0)
            return;
        db.Note("Assignments", $"{members.Count} members: {assigned} assigned, opened again or due at another time; {closed} closed");
        await credit.OfAsync(members, ct);
    }

    private async Task<IEnumerable<DueIn>> DuesAsync(IReadOnlyCollection<MemberId> members, CancellationToken ct)
    {
        var firstOpen = Deadline.FirstOpen(clock.GetUtcNow());
        var duties = await db.Duties.AsNoTracking()
            .Where(duty => duty.Cancelled == null && ((duty.Member == null && duty.DueOn >= firstOpen) || members.Contains(duty.Member!.Value)))
            .Select(duty => new { duty.Id, duty.DueOn }).ToListAsync(ct);
        var zones = duties.Count == 0 ? [] : await db.Members.Where(member => members.Contains(member.Id)).Select(member => member.TimeZone).Distinct().ToListAsync(ct);
        return
            from duty in duties
            from zone in zones
            select new DueIn(duty.Id, zone, Deadline.Of(duty.DueOn, zone));
    }
}
