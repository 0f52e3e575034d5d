using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;

namespace Training.Workforce;

internal sealed class MemberReader(WorkforceDb db)
{
    private static readonly ListOrder<Member>
        Joined = new("members", descending: false, nameof(Member.Id)),
        Name = new("members by name", descending: false, nameof(Member.FamilyName), nameof(Member.GivenName), nameof(Member.Id)),
        Number = new("members by number", descending: false, nameof(Member.EmployeeNumber)),
        Changes = ListOrder<Member>.OfChanges("changes of members", nameof(Member.Id));

    private static readonly ListOrder<MemberHistoryEntry> Versions = new("history", descending: false, nameof(MemberHistoryEntry.Version));

    public async Task<Member> One(MemberId id, CancellationToken ct) =>
        await db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == id, ct) ?? throw new MemberNotFound();

    public async Task<Member> One(string employeeNumber, CancellationToken ct) =>
        await db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.EmployeeNumber == employeeNumber, ct) ?? throw new MemberNotFound();

    /// <summary>Those of them who are there.</summary>
    public async Task<List<Member>> Some(IReadOnlyCollection<MemberId> ids, IReadOnlyCollection<string> employeeNumbers, CancellationToken ct)
    {
        ListReader.DemandFew(ids.Count + employeeNumbers.Count);
        return await db.Members.AsNoTracking().Where(member => ids.Contains(member.Id) || employeeNumbers.Contains(member.EmployeeNumber)).ToListAsync(ct);
    }

    public Task<Page<Member>> Page(MemberFilter filter, MemberOrder order, PageAsk ask, CancellationToken ct) =>
        db.PageAsync(ask.ChangedSince is not null ? Changes : Of(order), ask, filter, ct);

    public Task<IReadOnlyList<PageOf<MemberId, Member>>> Reports(
        IReadOnlyCollection<MemberId> managers, MemberFilter filter, MemberOrder order, PageAsk ask, CancellationToken ct) =>
        db.PagesAsync(Of(order), ask, member => member.Manager!.Value, managers, filter, ct);

    public Task<IReadOnlyList<PageOf<string, Member>>> AtSites(
        IReadOnlyCollection<string> sites, MemberFilter filter, MemberOrder order, PageAsk ask, CancellationToken ct) =>
        db.PagesAsync(Of(order), ask, member => member.Site, sites, filter, ct);

    public Task<IReadOnlyList<PageOf<string, Member>>> InDepartments(
        IReadOnlyCollection<string> departments, MemberFilter filter, MemberOrder order, PageAsk ask, CancellationToken ct) =>
        db.PagesAsync(Of(order), ask, member => member.Department, departments, filter, ct);

    public async Task<Page<MemberHistoryEntry>> History(MemberId id, PageAsk ask, CancellationToken ct)
    {
        var page = await db.PageAsync(Versions, ask, entries => entries.Where(entry => entry.MemberId == id), ct);
        return page.Rows.Count > 0 || ask.Token != "" ? page : throw new MemberNotFound();
    }

    public Task<IReadOnlyList<PageOf<MemberId, MemberHistoryEntry>>> Histories(IReadOnlyCollection<MemberId> ids, PageAsk ask, CancellationToken ct) =>
        db.PagesAsync(Versions, ask, entry => entry.MemberId, ids, entries => entries, ct);

    private static ListOrder<Member> Of(MemberOrder order) => order switch
    {
        MemberOrder.Name => Name,
        MemberOrder.EmployeeNumber => Number,
        _ => Joined,
    };
}
