using Microsoft.EntityFrameworkCore;
using Training.Hosting;
using Training.Messaging;

namespace Training.Workforce;

internal sealed class MemberReader(WorkforceDb db)
{
    public async Task<Member> One(MemberId id, CancellationToken ct) =>
        await db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == id, ct) ?? throw new MemberNotFound();

    public async Task<Member> One(string employeeNumber, CancellationToken ct) =>
        await db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.EmployeeNumber == employeeNumber, ct) ?? throw new MemberNotFound();

    public async Task<(List<Member> Members, string NextPage)> Page(MemberStatus? status, int pageSize, string pageToken, CancellationToken ct)
    {
        var size = Paging.Size(pageSize);
        var after = Paging.After(pageToken);
        var members = db.Members.FromSql($"SELECT * FROM members WHERE id > {after}").AsNoTracking();
        var asked = status is null ? members : members.Where(member => member.Status == status);
        var rows = await asked.OrderBy(member => member.Id).Take(size + 1).ToListAsync(ct);
        return (rows, Paging.Next(rows, size, member => member.Id.Value));
    }

    public async Task<(List<MemberHistoryEntry> Entries, string NextPage)> History(MemberId id, int pageSize, string pageToken, CancellationToken ct)
    {
        var size = Paging.Size(pageSize);
        var after = PageOfNumbers.After(pageToken);
        var rows = await db.History.AsNoTracking().Where(entry => entry.MemberId == id && entry.Version > after)
            .OrderBy(entry => entry.Version).Take(size + 1).ToListAsync(ct);
        if (rows.Count == 0 && after == 0)
            throw new MemberNotFound();
        return (rows, Paging.Next(rows, size, entry => PageOfNumbers.Token(entry.Version)));
    }
}
