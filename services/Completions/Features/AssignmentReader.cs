using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;

namespace Training.Completions;

/// <summary>An assignment with all that is told of it; only attempts that count for it, oldest first.</summary>
internal sealed record AssignmentView(Assignment Assignment, Duty Duty, IReadOnlyList<Attempt> Attempts);

internal sealed class AssignmentReader(CompletionsDb db, TimeProvider clock)
{
    private const int Owed = 0, Settled = 1;

    /// <summary>A member's own: what is owed first, then by due date.</summary>
    public async Task<Page<AssignmentView>> OfCaller(Caller caller, int pageSize, string pageToken, CancellationToken ct)
    {
        var member = caller.Member ?? throw new NoMemberBehindToken();
        var size = Paging.Size(pageSize);
        var mine = db.Assignments.Where(assignment => assignment.Member == member);
        if (Position.From(pageToken) is { } after)
        {
            var id = new AssignmentId(after.Id);
            mine = mine.Where(a =>
                (a.State == AssignmentState.Open ? Owed : Settled) > after.Rank
                || ((a.State == AssignmentState.Open ? Owed : Settled) == after.Rank && (a.Due > after.At || (a.Due == after.At && a.Id > id))));
        }
        var rows = await mine.AsNoTracking()
            .OrderBy(a => a.State == AssignmentState.Open ? Owed : Settled).ThenBy(a => a.Due).ThenBy(a => a.Id)
            .Take(size + 1).ToListAsync(ct);
        var more = rows.Count > size;
        if (more)
            rows.RemoveAt(size);
        return new Page<AssignmentView>(await WithAttemptsAsync(rows, ct), more ? PositionOf(rows[^1]).ToString() : "");
    }

    public Task<Page<AssignmentView>> OfMember(MemberId member, AssignmentFilter filter, int pageSize, string pageToken, CancellationToken ct) =>
        PageAsync([Narrowed(db.Assignments.Where(a => a.Member == member && filter.States.Contains(a.State)), filter)], pageSize, pageToken, ct);

    /// <remarks>One range of the index for each state, so that a page costs the same however far it is.</remarks>
    public Task<Page<AssignmentView>> OfCampaign(DutyId campaign, AssignmentFilter filter, int pageSize, string pageToken, CancellationToken ct) =>
        PageAsync([.. filter.States.Select(state => Narrowed(db.Assignments.Where(a => a.Duty == campaign && a.State == state), filter))], pageSize, pageToken, ct);

    private async Task<Page<AssignmentView>> PageAsync(IReadOnlyList<IQueryable<Assignment>> ranges, int pageSize, string pageToken, CancellationToken ct)
    {
        var size = Paging.Size(pageSize);
        var after = new AssignmentId(Paging.After(pageToken));
        var rows = await ranges.Select(range => range.Where(a => a.Id > after).OrderBy(a => a.Id).Take(size + 1))
            .Aggregate((all, range) => all.Concat(range)).AsNoTracking().OrderBy(a => a.Id).Take(size + 1).ToListAsync(ct);
        var next = Paging.Next(rows, size, a => a.Id.Value);
        return new Page<AssignmentView>(await WithAttemptsAsync(rows, ct), next);
    }

    private IQueryable<Assignment> Narrowed(IQueryable<Assignment> assignments, AssignmentFilter filter)
    {
        var now = clock.GetUtcNow();
        return filter.Late switch
        {
            null => assignments,
            true => assignments.Where(a => a.Due <= now),
            false => assignments.Where(a => a.Due > now),
        };
    }

    private async Task<IReadOnlyList<AssignmentView>> WithAttemptsAsync(List<Assignment> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return [];
        var ids = rows.Select(a => a.Duty).Distinct().ToList();
        var duties = await db.Duties.AsNoTracking().Include(duty => duty.Scenarios).Where(duty => ids.Contains(duty.Id)).ToDictionaryAsync(duty => duty.Id, ct);
        var members = rows.Select(a => a.Member).Distinct().ToList();
        var scenarios = duties.Values.SelectMany(duty => duty.Scenarios).Select(required => required.Scenario).Distinct().ToList();
        var since = duties.Values.Min(duty => duty.Begun);
        var attempts = await db.Attempts.AsNoTracking()
            .Where(t => members.Contains(t.Member) && scenarios.Contains(t.Scenario) && t.Finished >= since)
            .OrderBy(t => t.Finished).ThenBy(t => t.Run).ToListAsync(ct);
        var byMember = attempts.ToLookup(t => t.Member);
        return [.. rows.Select(a => new AssignmentView(a, duties[a.Duty], [.. byMember[a.Member].Where(t => a.Counts(t, duties[a.Duty]))]))];
    }

    private static Position PositionOf(Assignment last) => new(last.State == AssignmentState.Open ? Owed : Settled, last.Due, last.Id.Value);
}

/// <summary>Which assignments a list shows: of which states, and of the open ones only those that are late, or only those that are not.</summary>
internal sealed record AssignmentFilter(AssignmentState[] States, bool? Late)
{
    public static readonly AssignmentFilter All = new([AssignmentState.Open, AssignmentState.Completed, AssignmentState.Closed], Late: null);
    public static readonly AssignmentFilter Open = new([AssignmentState.Open], Late: false);
    public static readonly AssignmentFilter Overdue = new([AssignmentState.Open], Late: true);
    public static readonly AssignmentFilter Completed = new([AssignmentState.Completed], Late: null);
    public static readonly AssignmentFilter Closed = new([AssignmentState.Closed], Late: null);
}
