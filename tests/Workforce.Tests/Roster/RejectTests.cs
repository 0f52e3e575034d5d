using System.Text;
using Training.Workforce.V1;

namespace Training.Workforce.Tests;

public sealed class RejectTests
{
    private static readonly Line Good = new("5000");

    private static readonly (string Line, string Column, string Reason)[] Faults =
    [
        ((Good with { Number = "" }).ToString(), "employee_number", "Give an employee number"),
        ((Good with { Number = "50 00" }).ToString(), "employee_number", "Give an employee number"),
        ((Good with { Number = new string('5', 33) }).ToString(), "employee_number", "Give an employee number"),
        ((Good with { Given = new string('a', 101) }).ToString(), "given_name", "1 to 100 characters"),
        ((Good with { Family = "" }).ToString(), "family_name", "1 to 100 characters"),
        ((Good with { Family = "Fer\0rer" }).ToString(), "family_name", "control characters"),
        ((Good with { Family = "Fer\u2028rer" }).ToString(), "family_name", "control characters"),
        ((Good with { Email = "nobody" }).ToString(), "email", "'nobody' is not an e-mail address"),
        ((Good with { Email = "a\u0007@b" }).ToString(), "email", "A value with control characters is not an e-mail address"),
        ((Good with { Constituency = "staff" }).ToString(), "constituency", "'staff' is not known here. Use one of: employee"),
        ((Good with { JobRole = "RNN" }).ToString(), "job_role", "'RNN' is not a registered job role"),
        ((Good with { JobRole = new string('x', 90_000)[..5000] }).ToString(), "job_role", "A value of 5000 characters"),
        ((Good with { Department = "" }).ToString(), "department", "1 to 100 characters"),
        ((Good with { Department = "4\tWest" }).ToString(), "department", "control characters"),
        ((Good with { Site = "north" }).ToString(), "site", "'north' is not a registered site"),
        ((Good with { Manager = "9999" }).ToString(), "manager_number", "Manager 9999 is not on the roster by this file"),
        ((Good with { Manager = "the boss" }).ToString(), "manager_number", "Give an employee number"),
        ((Good with { Manager = "5000" }).ToString(), "manager_number", "The managers form a cycle: 5000 → 5000"),
        ((Good with { Exposure = "" }).ToString(), "phi_exposure", "An empty value is not known here. Use one of: none, low"),
        ((Good with { Ephi = "maybe" }).ToString(), "ephi_access", "Use one of: yes, no"),
        ((Good with { HiredOn = "2025-02-30" }).ToString(), "hired_on", "'2025-02-30' is not a date"),
        ((Good with { HiredOn = "01/03/2025" }).ToString(), "hired_on", "is not a date"),
        ((Good with { HiredOn = "" }).ToString(), "hired_on", "Give the day"),
        ((Good with { HiredOn = "2026-03-04" }).ToString(), "hired_on", "after the file's own date"),
        ((Good with { Status = "gone" }).ToString(), "status", "Use one of: active, on_leave, left"),
        ((Good with { Status = "left" }).ToString(), "left_on", "Give the last day"),
        ((Good with { Status = "left", LeftOn = "2019-01-01" }).ToString(), "left_on", "before the day of hire"),
        ((Good with { Status = "left", LeftOn = "2026-03-03" }).ToString(), "left_on", "not past on the file's own date"),
        ((Good with { LeftOn = "2026-01-01" }).ToString(), "left_on", "say left as the status"),
        ((Good with { Status = "left", LeftOn = "2026-01-01" }).ToString(), "status", "Nobody with this number was ever on the roster"),
        (Good + "|more", "", "The line has 15 values where the header has 14"),
        ("5000|Rosalind", "", "The line has 2 values where the header has 14"),
    ];

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_refuses_the_line_alone_and_says_why_when_a_value_is_wrong(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        foreach (var (line, column, reason) in Faults)
        {
            var hospital = await Hospital.RegisterAsync(service, new Hosting.OrganisationId(Guid.CreateVersion7()));
            string[] lines = [new Line("1001").ToString(), line, new Line("1002").ToString()];

            var import = await hospital.ImportAsync(Line.File(lines), Hospital.Day2);

            Assert.True(new V1.RosterCounts { Lines = 3, Added = 2, Rejected = 1 }.Equals(import.Counts), $"{import.Counts} by {line}");
            var reject = Assert.Single(await hospital.RejectsAsync(import));
            Assert.Equal((3, column), (reject.Line, reject.Column));
            Assert.Contains(reason, reject.Reason, StringComparison.Ordinal);
            Assert.Equal(["1001", "1002"], (await hospital.MembersAsync()).Select(member => member.EmployeeNumber).Order());
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_leaves_people_as_they_are_when_their_lines_are_broken(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        await hospital.ImportAsync([.. Line.Many(3), new Line("2001") { Manager = "1003" }]);
        var before = await hospital.MembersAsync();

        var import = await hospital.ImportAsync(
            Line.File(
            [
                (new Line("1001") with { Site = "NOWHERE", Department = "Elsewhere" }).ToString(),
                "1002|only two values",
                (new Line("1003") with { Family = "First" }).ToString(),
                (new Line("1003") with { Family = "Second" }).ToString(),
                (new Line("2001") with { Manager = "1003" }).ToString(),
            ]),
            Hospital.Day2);

        Assert.Equal(new V1.RosterCounts { Lines = 5, Unchanged = 1, Rejected = 4 }, import.Counts);
        Assert.Equal(before, await hospital.MembersAsync());
        Assert.Equal(
            [(2, "1001", "site"), (3, "1002", ""), (4, "1003", "employee_number"), (5, "1003", "employee_number")],
            (await hospital.RejectsAsync(import)).Select(reject => (reject.Line, reject.EmployeeNumber, reject.Column)));
        Assert.Contains("stands on lines 4, 5", (await hospital.RejectsAsync(import))[3].Reason, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ListRosterRejects_gives_every_reject_once_and_in_order_when_read_in_pages(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        var import = await hospital.ImportAsync(Line.Many(23).Select(line => line with { Site = "NOWHERE" }));

        List<int> lines = [];
        var page = "";
        do
        {
            var request = new ListRosterRejectsRequest { ImportId = import.Id, PageSize = 5, PageToken = page };
            var answer = await hospital.Roster.ListRosterRejectsAsync(request, hospital.As(Contracts.Role.Auditor));
            lines.AddRange(answer.Rejects.Select(reject => reject.Line));
            page = answer.NextPageToken;
        }
        while (page != "");

        Assert.Equal(Enumerable.Range(2, 23), lines);
    }

    [Fact]
    public async Task ImportRoster_takes_a_byte_order_mark_crlf_empty_lines_blanks_and_columns_in_any_order()
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = await Hospital.RegisterAsync(service);
        static string Reversed(string line) => string.Join(" | ", line.Split('|').Reverse()) + " | anything\r\n\r\n";
        var file = "\uFEFF" + Reversed(Line.Header).Replace("anything", "pay_grade", StringComparison.Ordinal) + Reversed(new Line("1001") { Given = "Anaïs" }.ToString()) + Reversed("broken");

        var import = await hospital.ImportAsync(Encoding.UTF8.GetBytes(file));

        Assert.Equal(new V1.RosterCounts { Lines = 2, Added = 1, Rejected = 1 }, import.Counts);
        Assert.Equal("Anaïs", (await hospital.MemberAsync("1001")).GivenName);
        Assert.Equal(5, Assert.Single(await hospital.RejectsAsync(import)).Line);
    }
}
