using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Contracts;
using Training.Hosting;
using Training.Messaging;

namespace Training.Completions;

/// <summary>
/// An assignment with what is told of it: where its items are asked for, the scenarios that its duty asks for in their order, and only attempts that count for it, oldest first.
/// </summary>
internal sealed record AssignmentView(Assignment Assignment, Duty Duty, IReadOnlyList<ScenarioId> Scenarios, IReadOnlyList<Attempt> Attempts);

internal sealed class AssignmentReader(CompletionsDb db, KnownDuties duties, TimeProvider clock)
{
    private const int Owed = 0, Settled = 1;

    // What reads only its own, without one of these.
    private static readonly Role[] SeeEverybodys = [Role.Hr, Role.PrivacyOfficer, Role.SecurityOfficer, Role.Auditor, Role.Integration];

    private static readonly ListOrder<Assignment>
        OldestFirst = new("assignments", descending: false, nameof(Assignment.Id)),
        Due = new("assignments by due date", descending: false, nameof(Assignment.Due), nameof(Assignment.Id)),
        Changes = ListOrder<Assignment>.OfChanges("changes of assignments", nameof(Assignment.Id));

    // Where it is written in place, an expression is made anew by reflection with each call.
    private static readonly Expression<Func<Assignment, MemberId>> MemberOf = assignment => assignment.Member;
    private static readonly Expression<Func<Assignment, DutyId>> CampaignOf = assignment => assignment.Duty;

    /// <summary>A member's own: what is owed first, then by due date.</summary>
    public async Task<Page<AssignmentView>> OfCaller(PageAsk ask, Caller caller, bool withItems, CancellationToken ct)
    {
        var member = caller.Member ?? throw new NoMemberBehindToken();
        var size = Paging.Size(ask.Size);
        var mine = db.Assignments.Where(assignment => assignment.Member == member);
        long? total = ask.WithTotal ? await mine.LongCountAsync(ct) : null;
        if (Position.From(ask.Token) is { } after)
        {
            var id = new AssignmentId(after.Id);
            mine = mine.Where(a =>
                (a.State == AssignmentState.Open ? Owed : Settled) > after.Rank
                || ((a.State == AssignmentState.Open ? Owed : Settled) == after.Rank && (a.Due > after.At || (a.Due == after.At && a.Id > id))));
        }
        var rows = await mine.AsNoTracking()
            .OrderBy(a => a.State == AssignmentState.Open ? Owed : Settled).ThenBy(a => a.Due).ThenBy(a => a.Id)
            .Take(size + 1).ToListAsync(ct);
        return await ViewedAsync(ListReader.Cut(rows, size, ask, row => PositionOf(row).ToString(), total), withItems, ct);
    }

    public async Task<Page<AssignmentView>> Page(AssignmentFilter filter, AssignmentOrder order, PageAsk ask, bool withItems, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await ViewedAsync(ask.ChangedSince is not null
            ? await db.PageAsync(Changes, ask, filter.In(db, now), ct)
            : IsRange(filter, order)
                ? await db.PageAsync(Of(order), ask, filter.Ranges(db, now), ct)
                : await db.PageAsync(Of(order), ask, filter.In(db, now), ct), withItems, ct);
    }

    public Task<IReadOnlyList<PageOf<MemberId, AssignmentView>>> OfMembers(
        IReadOnlyCollection<MemberId> members, AssignmentFilter filter, AssignmentOrder order, PageAsk ask, bool withItems, CancellationToken ct) =>
        ViewedAsync(db.PagesAsync(Of(order), ask, MemberOf, members, filter.In(db, clock.GetUtcNow()), ct), withItems, ct);

    public Task<IReadOnlyList<PageOf<DutyId, AssignmentView>>> OfCampaigns(
        IReadOnlyCollection<DutyId> campaigns, AssignmentFilter filter, AssignmentOrder order, PageAsk ask, bool withItems, CancellationToken ct) =>
        ViewedAsync(db.PagesAsync(Of(order), ask, CampaignOf, campaigns, filter.In(db, clock.GetUtcNow()), ct), withItems, ct);

    /// <summary>Those of them that are there for the caller to see.</summary>
    public async Task<IReadOnlyList<AssignmentView>> Some(IReadOnlyCollection<AssignmentId> ids, Caller caller, bool withItems, CancellationToken ct)
    {
        ListReader.DemandFew(ids.Count);
        var asked = db.Assignments.AsNoTracking().Where(a => ids.Contains(a.Id));
        if (!caller.Roles.Overlaps(SeeEverybodys))
            asked = asked.Where(a => a.Member == caller.Member);
        return await ViewsOfAsync(await asked.ToListAsync(ct), withItems, ct);
    }

    /// <summary>The attempts that count for each of them, oldest first; what is empty is left out.</summary>
    public async Task<IReadOnlyList<PageOf<AssignmentId, Attempt>>> Attempts(IReadOnlyCollection<AssignmentId> ids, PageAsk ask, Caller caller, CancellationToken ct)
    {
        var size = ListReader.SizeOfEach(ask, ids.Count);
        var place = Position.From(ask.Token);
        return
        [
            .. (await Some(ids, caller, withItems: true, ct)).Select(view => new PageOf<AssignmentId, Attempt>(view.Assignment.Id, PageOfAttempts(view, size, place, ask)))
                .Where(list => list.Page.Rows.Count > 0),
        ];
    }

    // A page of one campaign, or in the order of due dates, is a part of the index for each state.
    private static bool IsRange(AssignmentFilter filter, AssignmentOrder order) =>
        order == AssignmentOrder.Due ? filter.Member is null : filter.Campaign is not null && filter.Member is null;

    private static ListOrder<Assignment> Of(AssignmentOrder order) => order == AssignmentOrder.Due ? Due : OldestFirst;

    private static Page<Attempt> PageOfAttempts(AssignmentView view, int size, Position? place, PageAsk ask)
    {
        var attempts = view.Attempts.Where(attempt => view.Scenarios.Contains(attempt.Scenario)).ToList();
        var from = place is not { } at ? attempts
            : ask.Backwards ? attempts.Where(attempt => PositionOf(attempt).CompareTo(at) < 0)
            : attempts.Where(attempt => PositionOf(attempt).CompareTo(at) > 0);
        var rows = (ask.Backwards ? from.Reverse() : from).Take(size + 1).ToList();
        return ListReader.Cut(rows, size, ask, attempt => PositionOf(attempt).ToString(), ask.WithTotal ? attempts.Count : null);
    }

    private async Task<Page<AssignmentView>> ViewedAsync(Page<Assignment> page, bool withItems, CancellationToken ct) => page.Of(await ViewsOfAsync(page.Rows, withItems, ct));

    private async Task<IReadOnlyList<PageOf<TParent, AssignmentView>>> ViewedAsync<TParent>(
        Task<IReadOnlyList<PageOf<TParent, Assignment>>> reading, bool withItems, CancellationToken ct)
    {
        var lists = await reading;
        var views = await ViewsOfAsync([.. lists.SelectMany(list => list.Page.Rows)], withItems, ct);
        var place = 0;
        return [.. lists.Select(list => new PageOf<TParent, AssignmentView>(list.Of, list.Page.Of(_ => views[place++])))];
    }

    private async Task<IReadOnlyList<AssignmentView>> ViewsOfAsync(IReadOnlyList<Assignment> rows, bool withItems, CancellationToken ct)
    {
        if (rows.Count == 0)
            return [];
        var known = await duties.OfAsync(rows, ct);
        return withItems
            ? await WithItemsAsync(rows, known, ct)
            : [.. rows.Select(row => new AssignmentView(row, known[row.Duty], [], []))];
    }

    private async Task<IReadOnlyList<AssignmentView>> WithItemsAsync(IReadOnlyList<Assignment> rows, IReadOnlyDictionary<DutyId, Duty> known, CancellationToken ct)
    {
        var members = rows.Select(a => a.Member).Distinct().ToList();
        var required = known.Values.ToDictionary(duty => duty.Id, duty => duty.Scenarios.OrderBy(one => one.Position).Select(one => one.Scenario).ToList());
        var scenarios = required.Values.SelectMany(duty => duty).Distinct().ToList();
        var since = known.Values.Min(duty => duty.Begun);
        var attempts = await db.Attempts.AsNoTracking()
            .Where(t => members.Contains(t.Member) && scenarios.Contains(t.Scenario) && t.Finished >= since)
            .OrderBy(t => t.Finished).ThenBy(t => t.Run).ToListAsync(ct);
        var byMember = attempts.ToLookup(t => t.Member);
        return [.. rows.Select(a => new AssignmentView(a, known[a.Duty], required[a.Duty], [.. byMember[a.Member].Where(t => a.Counts(t, known[a.Duty]))]))];
    }

    private static Position PositionOf(Assignment last) => new(last.State == AssignmentState.Open ? Owed : Settled, last.Due, last.Id.Value);

    private static Position PositionOf(Attempt attempt) => new(Rank: 0, attempt.Finished, attempt.Run.Value);
}
