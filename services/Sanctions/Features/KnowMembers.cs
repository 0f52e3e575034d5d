using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;
using Training.Workforce.V1;

namespace Training.Sanctions;

internal sealed class KnowMembers(SanctionsDb db, CaseDesk desk, TimeProvider clock) : IReaction<MembersChanged>
{
    public async Task Run(MembersChanged happened, Caller caller, CancellationToken ct)
    {
        var people = new RowBatch("people", "organisation", "id", "version", "line_manager", "constituency", "has_left", "time_zone");
        // The same member twice in one statement would be refused.
        foreach (var member in happened.Members.GroupBy(member => member.Id).Select(versions => versions.MaxBy(member => member.Version)!))
        {
            people.Add(
                caller.Organisation.Value, MemberId.Parse("members.id", member.Id).Value, member.Version,
                member.ManagerId == "" ? null : MemberId.Parse("members.manager_id", member.ManagerId).Value,
                (int)member.Constituency, member.Status == MemberStatus.Left, member.TimeZone);
        }

        await people.WriteAsync(db, """
            (organisation, id) DO UPDATE SET version = excluded.version, line_manager = excluded.line_manager,
                constituency = excluded.constituency, has_left = excluded.has_left, time_zone = excluded.time_zone
            WHERE people.version < excluded.version
            """, ct);
        await GiveUpTrainingOfLeavers(happened, ct);
    }

    // Whoever left is assigned nothing any more, so their cases would wait for ever.
    private async Task GiveUpTrainingOfLeavers(MembersChanged happened, CancellationToken ct)
    {
        var told = happened.Members.Where(member => member.Status == MemberStatus.Left).Select(member => MemberId.Parse("members.id", member.Id)).ToList();
        if (told.Count == 0)
            return;
        var waiting = await db.Cases
            .Where(file => told.Contains(file.Subject) && file.RemediationId != null && file.Closed == null
                && db.People.Any(person => person.Id == file.Subject && person.HasLeft))
            .ToListAsync(ct);
        foreach (var file in waiting)
        {
            file.GiveUpRemediation("The person has left.", clock.Now());
            await desk.LayDown(file, file.NoRemediationBecause, ct);
        }
    }
}
