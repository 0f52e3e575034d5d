using Training.Contracts;
using Training.Workforce.V1;

namespace Training.System.Tests.Story;

/// <summary>a. HR's nightly files: the roster is the last file's, refused lines say why, a repetition changed nothing, and who left and came back is one member.</summary>
internal sealed class RosterPart(Callers callers, List<Member> members)
{
    private readonly RosterFile _last = RosterFile.Read(RosterFile.Hospital[^1]);

    public async Task HoldsAsync()
    {
        Assert.Equal(_last.Present.Order(), members.Where(member => member.Status != MemberStatus.Left).Select(member => member.EmployeeNumber).Order());
        Assert.True(_last.Present.Count >= 2000, $"{_last.Present.Count} people");
        Assert.Equal(4, members.DistinctBy(member => member.Site).Count());
        Assert.Contains(members, member => member.Status == MemberStatus.Left);
        await ImportsHoldAsync();
        await TheRehiredIsOneMemberAsync();
    }

    private async Task ImportsHoldAsync()
    {
        var auditor = callers.As(Role.Auditor);
        var imports = (await callers.Services.Roster.ListRosterImportsAsync(new ListRosterImportsRequest(), auditor)).Imports.Reverse().ToList();
        Assert.Equal(RosterFile.Hospital.SelectMany(path => new[] { Path.GetFileName(path), Path.GetFileName(path) }), imports.Select(import => import.FileName));
        foreach (var repeated in imports.Where((_, i) => i % 2 == 1))
            Assert.Equal((0, 0, 0, 0), (repeated.Counts.Added, repeated.Counts.Changed, repeated.Counts.Left, repeated.Counts.Rehired));

        var rejects = (await callers.Services.Roster.ListRosterRejectsAsync(
            new ListRosterRejectsRequest { ImportId = imports[0].Id, PageSize = Pages.Largest }, auditor)).Rejects;
        Assert.Equal(imports[0].Counts.Rejected, rejects.Count);
        Assert.NotEmpty(rejects);
        Assert.All(rejects, reject => Assert.True(reject is { Line: > 1, Reason.Length: > 10 }, $"{reject}"));
    }

    private async Task TheRehiredIsOneMemberAsync()
    {
        var gone = RosterFile.Read(RosterFile.Hospital[0]).Present.Except(RosterFile.Read(RosterFile.Hospital[1]).Present);
        var number = Assert.Single(gone.Intersect(_last.Present));
        var member = Assert.Single(members, member => member.EmployeeNumber == number);
        var history = await callers.Services.Roster.ListMemberHistoryAsync(new ListMemberHistoryRequest { MemberId = member.Id }, callers.As(Role.Auditor));
        Assert.Equal([ChangeKind.Added, ChangeKind.Left, ChangeKind.Rehired], history.Entries.Select(entry => entry.Kind));
    }
}
