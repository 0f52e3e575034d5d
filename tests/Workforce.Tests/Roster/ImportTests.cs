using Training.Contracts;
using Training.Workforce.V1;

namespace Training.Workforce.Tests;

public sealed class ImportTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_adds_everybody_with_all_that_the_file_says_when_the_roster_is_empty(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        Line[] lines =
        [
            new("2002")
            {
                Given = "Åsa", Family = "O'Brien \"Red\"", Email = "", Constituency = "contractor", JobRole = "CLERK", Department = "Registration", Site = "WEST",
                Manager = "1001", Exposure = "very_high", Ephi = "no", HiredOn = "2024-02-29", Status = "on_leave",
            },
            new("1001"),
        ];

        var import = await hospital.ImportAsync(lines);

        Assert.Equal(new V1.RosterCounts { Lines = 2, Added = 2 }, import.Counts);
        var manager = await hospital.MemberAsync("1001");
        var member = await hospital.MemberAsync("2002");
        Assert.Equal(
            new V1.Member
            {
                Id = member.Id, EmployeeNumber = "2002", GivenName = "Åsa", FamilyName = "O'Brien \"Red\"", Constituency = V1.Constituency.Contractor,
                JobRole = "CLERK", Department = "Registration", Site = "WEST", TimeZone = "America/Denver", ManagerId = manager.Id,
                PhiExposure = V1.PhiExposure.VeryHigh, HiredOn = "2024-02-29", Status = V1.MemberStatus.OnLeave, Version = 1,
            },
            member);
        var published = await service.PublishedAsync<MembersChanged>();
        Assert.Equal([member, manager], published.Single().Members);
        Assert.Equal(import, await hospital.Roster.GetRosterImportAsync(new GetRosterImportRequest { Id = import.Id }, hospital.As(Role.Auditor)));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_writes_only_the_import_record_when_the_same_content_comes_again(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        Line[] lines = [.. Line.Many(30), new("9001") { Site = "NOWHERE" }];
        var first = await hospital.ImportAsync(lines);
        var before = await Stored.InAsync(service);

        var again = await hospital.ImportAsync(lines);
        var later = await hospital.ImportAsync(lines.Reverse(), Hospital.Day2);

        Assert.Equal(first.FileHash, again.FileHash);
        Assert.NotEqual(first.Id, again.Id);
        Assert.Equal(new V1.RosterCounts { Lines = 31, Unchanged = 30, Rejected = 1 }, again.Counts);
        Assert.Equal(again.Counts, later.Counts);
        Assert.Equal(
            before with { Imports = before.Imports + 2, Rejects = before.Rejects + 2, AuditEntries = before.AuditEntries + 2 }, await Stored.InAsync(service));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_keeps_the_whole_history_of_somebody_who_leaves_and_comes_back(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        var others = Line.Many(12);
        var member = new Line("7001");
        await hospital.ImportAsync([.. others, member], "2026-03-02");
        await hospital.ImportAsync([.. others, member with { Department = "Emergency" }], "2026-03-03");
        await hospital.ImportAsync(others, "2026-03-10");
        var back = await hospital.ImportAsync([.. others, member with { HiredOn = "2026-04-01" }], "2026-04-02");

        var history = await hospital.HistoryAsync("7001");
        Assert.Equal(
            [
                (V1.ChangeKind.Added, "2026-03-02", V1.MemberStatus.Active, "", 1), (V1.ChangeKind.Changed, "2026-03-03", V1.MemberStatus.Active, "", 2),
                (V1.ChangeKind.Left, "2026-03-10", V1.MemberStatus.Left, "2026-03-09", 3), (V1.ChangeKind.Rehired, "2026-04-02", V1.MemberStatus.Active, "", 4),
            ],
            history.Select(entry => (entry.Kind, entry.EffectiveOn, entry.Member.Status, entry.Member.LeftOn, (int)entry.Member.Version)));
        Assert.Equal(["4 West Medical", "Emergency", "Emergency", "4 West Medical"], history.Select(entry => entry.Member.Department));
        Assert.Single(history.Select(entry => entry.Member.Id).Distinct());
        Assert.Equal(back.Id, history[^1].ImportId);
        Assert.Equal(history[^1].Member, await hospital.MemberAsync("7001"));
        Assert.Equal(new V1.RosterCounts { Lines = 13, Unchanged = 12, Rehired = 1 }, back.Counts);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_takes_the_day_from_the_line_when_somebody_is_told_to_have_left(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        await hospital.ImportAsync([.. Line.Many(12), new Line("7001") { Manager = "1001" }]);
        Line[] next = [.. Line.Many(12), new("7001") { Status = "left", LeftOn = "2026-02-20", Manager = "1001" }];

        var import = await hospital.ImportAsync(next, Hospital.Day2);
        var again = await hospital.ImportAsync(next, Hospital.Day3);

        Assert.Equal((1, 0), (import.Counts.Left, again.Counts.Left));
        Assert.Equal(13, again.Counts.Unchanged);
        var left = (await hospital.HistoryAsync("7001"))[^1];
        Assert.Equal((V1.ChangeKind.Left, "2026-02-21", "2026-02-20"), (left.Kind, left.EffectiveOn, left.Member.LeftOn));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_publishes_everybody_in_batches_of_at_most_500(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);

        await hospital.ImportAsync(Line.Many(1201));

        var published = await service.PublishedAsync<MembersChanged>(atLeast: 3);
        Assert.Equal([201, 500, 500], published.Select(batch => batch.Members.Count).Order());
        Assert.Equal(
            (await hospital.MembersAsync()).OrderBy(member => member.EmployeeNumber),
            published.SelectMany(batch => batch.Members).OrderBy(member => member.EmployeeNumber));
    }
}
