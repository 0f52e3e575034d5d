namespace Training.Workforce.Tests;

public sealed class ManagerTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_refuses_every_line_on_a_cycle_and_names_it_when_managers_manage_each_other(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        Line[] people = [new("A"), new("B") { Manager = "A" }, new("C") { Manager = "B" }, new("D") { Manager = "C" }];
        await hospital.ImportAsync(people);

        var import = await hospital.ImportAsync(
            [people[0] with { Manager = "C" }, people[1] with { Department = "Moved" }, people[2], people[3] with { Department = "Moved" }], Hospital.Day2);

        Assert.Equal(new V1.RosterCounts { Lines = 4, Changed = 1, Rejected = 3 }, import.Counts);
        var rejects = await hospital.RejectsAsync(import);
        Assert.Equal(["A", "B", "C"], rejects.Select(reject => reject.EmployeeNumber));
        Assert.All(rejects, reject => Assert.Contains("A → C → B → A", reject.Reason, StringComparison.Ordinal));
        Assert.Equal(("4 West Medical", ""), ((await hospital.MemberAsync("B")).Department, (await hospital.MemberAsync("A")).ManagerId));
        Assert.Equal("Moved", (await hospital.MemberAsync("D")).Department);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_refuses_the_line_too_that_would_close_a_cycle_with_somebody_whose_line_is_refused(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        await hospital.ImportAsync([new Line("A") { Manager = "B" }, new Line("B")]);

        var import = await hospital.ImportAsync([new Line("A") { Site = "NOWHERE" }, new Line("B") { Manager = "A" }], Hospital.Day2);

        Assert.Equal(2, import.Counts.Rejected);
        Assert.Contains("B → A → B", (await hospital.RejectsAsync(import))[1].Reason, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ImportRoster_refuses_new_people_below_a_new_manager_whose_line_is_refused(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);

        var import = await hospital.ImportAsync(
            [new Line("C") { Manager = "B" }, new Line("B") { Manager = "A" }, new Line("A") { HiredOn = "soon" }, new Line("D")]);

        Assert.Equal(new V1.RosterCounts { Lines = 4, Added = 1, Rejected = 3 }, import.Counts);
        Assert.Equal(["manager_number", "manager_number", "hired_on"], (await hospital.RejectsAsync(import)).Select(reject => reject.Column));
    }

    [Fact]
    public async Task ImportRoster_refuses_whoever_names_a_manager_who_leaves_by_the_same_file()
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = await Hospital.RegisterAsync(service);
        await hospital.ImportAsync([.. Line.Many(20), new Line("M"), new Line("N"), new Line("R") { Manager = "M" }, new Line("S") { Manager = "N" }]);

        var import = await hospital.ImportAsync(
            [.. Line.Many(20), new Line("N") { Status = "left", LeftOn = "2026-03-01" }, new Line("R") { Manager = "M" }, new Line("S") { Manager = "N" }], Hospital.Day2);

        Assert.Equal((2, 2), (import.Counts.Left, import.Counts.Rejected));
        Assert.All(await hospital.RejectsAsync(import), reject => Assert.Contains("is not on the roster by this file", reject.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ImportRoster_takes_linear_time_when_a_long_chain_of_managers_falls_line_by_line()
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = await Hospital.RegisterAsync(service);
        const int Length = 30_000;
        var chain = Enumerable.Range(0, Length).Select(i => new Line($"{i}") { Manager = i == 0 ? "nobody" : $"{i - 1}" });

        var import = await hospital.ImportAsync(chain.Reverse());

        Assert.Equal(Length, import.Counts.Rejected);
    }
}
