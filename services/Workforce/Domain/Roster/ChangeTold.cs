using NodaTime;
using Training.Hosting;

namespace Training.Workforce;

/// <summary>A change in the words of the file, column by column.</summary>
internal sealed record ChangeTold(ChangeKind Kind, string EmployeeNumber, IReadOnlyList<(string Column, string Before, string After)> Columns)
{
    public static ChangeTold Of(MemberChange change, IReadOnlyDictionary<MemberId, string> numbers)
    {
        var after = Words(change.After, numbers);
        var before = change.Before is { } known ? Words(known, numbers) : [.. after.Select(_ => "")];
        var columns = RosterColumns.All.Zip(before, after).Where(column => column.Second != column.Third);
        return new ChangeTold(change.Kind, change.After.EmployeeNumber, [.. columns]);
    }

    // In the order of the columns.
    private static string[] Words(Member member, IReadOnlyDictionary<MemberId, string> numbers) =>
    [
        member.EmployeeNumber,
        member.GivenName,
        member.FamilyName,
        member.Email,
        RosterWords.Of(RosterWords.Constituencies, member.Constituency),
        member.JobRole,
        member.Department,
        member.Site,
        member.Manager is { } manager ? numbers.GetValueOrDefault(manager, "") : "",
        RosterWords.Of(RosterWords.Exposures, member.PhiExposure),
        RosterWords.Of(RosterWords.YesOrNo, member.EphiAccess),
        Iso(member.HiredOn),
        RosterWords.Of(RosterWords.Statuses, member.Status),
        member.LeftOn is { } leftOn ? Iso(leftOn) : "",
    ];

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
