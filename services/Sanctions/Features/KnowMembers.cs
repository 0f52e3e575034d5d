using Training.Hosting;
using Training.Messaging;
using Training.Workforce.V1;

namespace Training.Sanctions;

internal sealed class KnowMembers(SanctionsDb db) : IReaction<MembersChanged>
{
    public Task Run(MembersChanged happened, Caller caller, CancellationToken ct)
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

        return people.WriteAsync(db, """
            (organisation, id) DO UPDATE SET version = excluded.version, line_manager = excluded.line_manager,
                constituency = excluded.constituency, has_left = excluded.has_left, time_zone = excluded.time_zone
            WHERE people.version < excluded.version
            """, ct);
    }
}
