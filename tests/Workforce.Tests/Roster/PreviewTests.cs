namespace Training.Workforce.Tests;

public sealed class PreviewTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task PreviewRoster_tells_what_an_import_then_does_and_writes_nothing(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        await hospital.ImportAsync([.. Line.Many(20), new Line("7001"), new Line("7002") { Manager = "1001" }]);
        await hospital.ImportAsync([.. Line.Many(20), new Line("7002") { Manager = "1001" }], Hospital.Day2);
        Line[] next =
        [
            .. Line.Many(19), new("7001") { HiredOn = "2026-03-04" }, new("7002") { Manager = "8001", Family = "Ferrer-Cole", Exposure = "low" },
            new("8001"), new("8002") { Site = "NOWHERE" },
        ];
        var before = await Stored.InAsync(service);

        var preview = await hospital.PreviewAsync(next, Hospital.Day3);

        Assert.Equal(before, await Stored.InAsync(service));
        Assert.Equal(
            [
                "7001 Rehired: hired_on 2020-06-01 → 2026-03-04, status left → active, left_on 2026-03-02 → ",
                "7002 Changed: family_name Ferrer → Ferrer-Cole, manager_number 1001 → 8001, phi_exposure high → low",
                "8001 Added: employee_number  → 8001, given_name  → Rosalind, family_name  → Ferrer, email  → r.ferrer@cedarvalley.example, constituency  → employee, "
                + "job_role  → RN, department  → 4 West Medical, site  → NORTH, phi_exposure  → high, ephi_access  → yes, hired_on  → 2020-06-01, status  → active",
                "1020 Left: status active → left, left_on  → 2026-03-03",
            ],
            preview.Changes.Select(Said));
        var import = await hospital.ImportAsync(next, Hospital.Day3);
        Assert.Equal((import.Counts, import.FileHash), (preview.Counts, preview.FileHash));
        Assert.Equal(preview.Rejects, await hospital.RejectsAsync(import));
    }

    [Fact]
    public async Task PreviewRoster_shows_the_first_500_of_each_and_counts_all()
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = await Hospital.RegisterAsync(service);

        var preview = await hospital.PreviewAsync([.. Line.Many(1300), .. Line.Many(700)]);

        Assert.Equal(new V1.RosterCounts { Lines = 2000, Added = 600, Rejected = 1400 }, preview.Counts);
        Assert.Equal((500, 500), (preview.Changes.Count, preview.Rejects.Count));
    }

    private static string Said(V1.MemberChange change) =>
        $"{change.EmployeeNumber} {change.Kind}: {string.Join(", ", change.Fields.Select(field => $"{field.Column} {field.Before} → {field.After}"))}";
}
