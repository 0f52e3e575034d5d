using FsCheck;
using FsCheck.Fluent;

namespace Training.Workforce.Tests;

public sealed class ImportProperties
{
    private static readonly string[] Numbers = ["1", "2", "3", "4", "5", "6", "7"];

    // Few values, so that people meet again, manage each other, stand twice, leave and come back.
    private static readonly Gen<Line> Lines =
        from number in Gen.Elements(Numbers)
        from manager in Gen.Frequency((2, Gen.Constant("")), (5, Gen.Elements(Numbers)), (1, Gen.Constant("99")))
        from site in Gen.Frequency((8, Gen.Constant("NORTH")), (3, Gen.Constant("WEST")), (1, Gen.Constant("NOWHERE")))
        from department in Gen.Elements("Emergency", "Pediatrics")
        from status in Gen.Frequency((8, Gen.Constant("active")), (2, Gen.Constant("on_leave")), (2, Gen.Constant("left")))
        from hiredOn in Gen.Elements("2020-06-01", "2026-03-01")
        select new Line(number)
        {
            Manager = manager, Site = site, Department = department, Status = status, HiredOn = hiredOn, LeftOn = status == "left" ? "2026-03-01" : "",
        };

    private static readonly Gen<Line[]> Files =
        from count in Gen.Choose(0, 8)
        from lines in Lines.ArrayOf(count)
        from twice in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        select twice ? lines : [.. lines.DistinctBy(line => line.Number)];

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Importing_one_roster_after_another_gives_what_the_plain_rules_say_and_again_nothing(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var cases = Config.QuickThrowOnFailure.WithMaxTest(LongRun.Count(shortened: 40, whole: 2_000));
        await Task.Run(() => Prop.ForAll(Files.ArrayOf(3).ToArbitrary(), files => PlayAsync(service, files).GetAwaiter().GetResult()).Check(cases));
    }

    private static async Task PlayAsync(ServiceUnderTest service, Line[][] files)
    {
        var hospital = await Hospital.RegisterAsync(service, new Hosting.OrganisationId(Guid.CreateVersion7()));
        var oracle = new Oracle();
        foreach (var (file, day) in files.Zip([Hospital.Day1, Hospital.Day2, Hospital.Day3]))
            await ImportAsync(hospital, oracle, file, day);
    }

    private static async Task ImportAsync(Hospital hospital, Oracle oracle, Line[] file, string day)
    {
        var preview = await hospital.PreviewAsync(file, day);
        var expected = oracle.Import(file, day);
        var said = string.Join('\n', file.Select(line => line.ToString()));
        Assert.True(expected.Equals(preview.Counts), $"preview {preview.Counts}, expected {expected}:\n{said}");

        var import = await hospital.ImportAsync(file, day, preview.Counts.Left);
        Assert.Equal(expected, import.Counts);
        var members = await hospital.MembersAsync();
        Assert.Equal(oracle.People, members.Select(member => Read(member, members)).OrderBy(person => person.Line.Number, StringComparer.Ordinal));
        Assert.Equal(preview.Rejects, await hospital.RejectsAsync(import));
        Assert.Equal(preview.Changes.Count, expected.Added + expected.Changed + expected.Left + expected.Rehired);

        var again = await hospital.ImportAsync(file, day);
        Assert.Equal((0, 0, 0, 0), (again.Counts.Added, again.Counts.Changed, again.Counts.Left, again.Counts.Rehired));
        Assert.Equal(members, await hospital.MembersAsync());
    }

    private static Oracle.Person Read(V1.Member member, IReadOnlyList<V1.Member> all) => new(
        new Line(member.EmployeeNumber)
        {
            Site = member.Site,
            Department = member.Department,
            HiredOn = member.HiredOn,
            LeftOn = member.LeftOn,
            Status = member.Status switch
            {
                V1.MemberStatus.Active => "active",
                V1.MemberStatus.OnLeave => "on_leave",
                _ => "left",
            },
        },
        all.FirstOrDefault(other => other.Id == member.ManagerId)?.EmployeeNumber ?? "",
        (int)member.Version);
}
