using Microsoft.EntityFrameworkCore;
using Training.Messaging;

namespace Training.Workforce;

/// <summary>A department and how many work there now.</summary>
internal sealed record Department(string Name, long Members);

/// <summary>Departments are what the roster's present members say they are.</summary>
internal sealed class DepartmentReader(WorkforceDb db)
{
    private const string ByName = "departments";

    public async Task<Page<Department>> Page(PageAsk ask, CancellationToken ct)
    {
        var size = Paging.Size(ask.Size);
        var present = Present();
        var from = present;
        if (ask.Token != "")
        {
            var place = Cursor.Read(ByName, ask.Token, 1)[0];
            from = ask.Backwards
                ? present.Where(member => string.Compare(member.Department, place) < 0)
                : present.Where(member => string.Compare(member.Department, place) > 0);
        }
        var groups = from.GroupBy(member => member.Department);
        var sorted = ask.Backwards ? groups.OrderByDescending(group => group.Key) : groups.OrderBy(group => group.Key);
        var read = await sorted.Select(group => new Department(group.Key, group.LongCount())).Take(size + 1).ToListAsync(ct);
        long? total = ask.WithTotal ? await present.Select(member => member.Department).Distinct().LongCountAsync(ct) : null;
        return ListReader.Cut(read, size, ask, department => Cursor.Write(ByName, department.Name), total);
    }

    public async Task<List<Department>> Some(IReadOnlyCollection<string> names, CancellationToken ct)
    {
        ListReader.DemandFew(names.Count);
        return await Present().Where(member => names.Contains(member.Department))
            .GroupBy(member => member.Department).Select(group => new Department(group.Key, group.LongCount())).ToListAsync(ct);
    }

    private IQueryable<Member> Present() => db.Members.Where(member => member.Status != MemberStatus.Left && member.Department != "");
}
