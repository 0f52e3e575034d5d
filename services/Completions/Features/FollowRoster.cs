using Training.Hosting;
using Training.Messaging;
using Training.Workforce.V1;

namespace Training.Completions;

internal sealed class FollowRoster(CompletionsDb db, RecordLocks locks, Roster roster, AssignDuties assign, ProgressChanges progress) : IReaction<MembersChanged>
{
    public async Task Run(MembersChanged happened, Caller caller, CancellationToken ct)
    {
        await locks.OfEverybodyAsync(ct);
        var changed = await roster.TakeAsync(happened.Members.Select(member => member.ToRosterMember()), ct);
        if (changed.Count == 0)
            return;
        await assign.ToMembersAsync(changed, ct);
        await db.SaveChangesAsync(ct);
        progress.Of(caller.Organisation);
    }
}
