using System.Text.RegularExpressions;
using Training.Contracts;
using Training.Workforce.V1;

namespace Training.Workforce.Tests;

public sealed partial class SampleTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task The_sample_hospital_lives_through_its_three_days(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await RegisterAsync(service, "hospital");

        var first = await hospital.ImportAsync(Sample("hospital-2025-09-01.txt"), "2025-09-01");
        var second = await hospital.ImportAsync(Sample("hospital-2025-09-02.txt"), "2025-09-02");
        var third = await hospital.ImportAsync(Sample("hospital-2025-09-03.txt"), "2025-09-03");

        Assert.Equal(new V1.RosterCounts { Lines = 2010, Added = 2000, Rejected = 10 }, first.Counts);
        Assert.Equal(new V1.RosterCounts { Lines = 2002, Added = 11, Changed = 34, Unchanged = 1955, Left = 11 }, second.Counts);
        Assert.Equal(new V1.RosterCounts { Lines = 2001, Added = 1, Unchanged = 1999, Rehired = 1, Left = 1 }, third.Counts);
        Assert.Equal(
            ["constituency", "employee_number", "employee_number", "hired_on", "job_role", "manager_number", "manager_number", "manager_number", "site"],
            (await hospital.RejectsAsync(first)).Select(reject => reject.Column).Where(column => column != "").Order());

        var members = (await hospital.MembersAsync()).Where(member => member.Status != V1.MemberStatus.Left).ToList();
        Assert.Equal((4, 4), (members.DistinctBy(member => member.Site).Count(), members.DistinctBy(member => member.TimeZone).Count()));
        Assert.Equal(Enum.GetValues<V1.Constituency>().Length - 1, members.DistinctBy(member => member.Constituency).Count());
        Assert.Equal(Enum.GetValues<V1.PhiExposure>().Length - 1, members.DistinctBy(member => member.PhiExposure).Count());
        Assert.InRange(members.Count(member => member.PhiExposure == V1.PhiExposure.None), 50, 200);
        Assert.InRange(members.Count(member => member.Status == V1.MemberStatus.OnLeave), 20, 100);
        Assert.True(members.DistinctBy(member => (member.GivenName, member.FamilyName)).Count() > 1990);
        Assert.True(members.DistinctBy(member => member.FamilyName).Count() > 300);
    }

    [Fact]
    public async Task The_people_of_the_story_are_in_the_sample_and_are_there_all_the_time()
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = await RegisterAsync(service, "hospital");
        await hospital.ImportAsync(Sample("hospital-2025-09-01.txt"), "2025-09-01");
        await hospital.ImportAsync(Sample("hospital-2025-09-02.txt"), "2025-09-02");
        await hospital.ImportAsync(Sample("hospital-2025-09-03.txt"), "2025-09-03");
        var story = Sample("story.yaml").Split("clinic:")[0];

        var cast = Person().Matches(story).Select(part => (Part: part.Groups[1].Value, Number: part.Groups[2].Value, Name: part.Groups[3].Value)).ToDictionary(part => part.Part);
        var found = new Dictionary<string, V1.Member>();
        foreach (var (part, number, name) in cast.Values)
        {
            found[part] = await hospital.MemberAsync(number);
            Assert.Equal((name, V1.MemberStatus.Active), ($"{found[part].GivenName} {found[part].FamilyName}", found[part].Status));
        }

        Assert.Equal(
            ["PRIVACY-OFFICER", "SECURITY-OFFICER", "COMPLIANCE", "HR", "RISK", "REG-CLERK"],
            new[] { "privacy_officer", "security_officer", "deputy_privacy_officer", "hr_manager", "reviewer", "clerk" }.Select(part => found[part].JobRole));
        Assert.Contains(V1.ChangeKind.Rehired, (await hospital.HistoryAsync(cast["rehired"].Number)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task The_sample_clinic_is_small_and_whole()
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var clinic = await RegisterAsync(service, "clinic");

        var import = await clinic.ImportAsync(Sample("clinic-2025-09-01.txt"), "2025-09-01");

        Assert.Equal(new V1.RosterCounts { Lines = 25, Added = 25 }, import.Counts);
    }

    private static string Sample(string name) => File.ReadAllText(RepositoryRoot.At("content", "sample", name));

    private static async Task<Hospital> RegisterAsync(ServiceUnderTest service, string name)
    {
        var hospital = new Hospital(service, Somebody.Hospital);
        var file = Sample($"{name}.yaml");
        await hospital.Organisations.RegisterOrganisationAsync(new RegisterOrganisationRequest { Name = name }, hospital.As(Role.Operator));
        await hospital.Organisations.RegisterCodesAsync(
            new RegisterCodesRequest
            {
                Sites = { Site().Matches(file).Select(site => new V1.Site { Code = site.Groups[1].Value, Name = site.Groups[2].Value, TimeZone = site.Groups[3].Value }) },
                JobRoles = { JobRole().Matches(file).Select(role => new V1.JobRole { Code = role.Groups[1].Value, Title = role.Groups[2].Value }) },
            },
            hospital.As(Role.Operator));
        return hospital;
    }

    [GeneratedRegex(@"code: (\S+), name: (.+), time_zone: (\S+) }")]
    private static partial Regex Site();

    [GeneratedRegex(@"code: (\S+), title: (.+), constituency")]
    private static partial Regex JobRole();

    [GeneratedRegex("""  (\w+):\n    employee_number: "(\w+)"\n    name: (.+)""")]
    private static partial Regex Person();
}
