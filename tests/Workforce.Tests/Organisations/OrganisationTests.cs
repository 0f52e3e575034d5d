using Grpc.Core;
using Training.Contracts;
using Training.Workforce.V1;

namespace Training.Workforce.Tests;

public sealed class OrganisationTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task RegisterOrganisation_gives_the_same_answer_again_and_refuses_another_name(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = new Hospital(service, Somebody.Hospital);
        var asked = new RegisterOrganisationRequest { Name = "Cedar Valley Health" };

        var first = await hospital.Organisations.RegisterOrganisationAsync(asked, hospital.As(Role.Operator));
        var again = await hospital.Organisations.RegisterOrganisationAsync(asked, hospital.As(Role.Operator));

        Assert.Equal((Somebody.Hospital.ToString(), "Cedar Valley Health", 10), (first.Id, first.Name, first.LeaversLimitPercent));
        Assert.Equal(first, again);
        Assert.Equal(first, await hospital.Organisations.GetOrganisationAsync(new GetOrganisationRequest(), hospital.As(Role.Employee)));
        await hospital.Organisations.RegisterOrganisationAsync(new RegisterOrganisationRequest { Name = "Cedar Valley" }, hospital.As(Role.Operator))
            .IsRefusedAsync(StatusCode.AlreadyExists, "ORGANISATION_REGISTERED_OTHERWISE");
        await hospital.Organisations.RegisterOrganisationAsync(new RegisterOrganisationRequest { Name = asked.Name, LeaversLimitPercent = 20 }, hospital.As(Role.Operator))
            .IsRefusedAsync(StatusCode.AlreadyExists, "ORGANISATION_REGISTERED_OTHERWISE");
    }

    [Theory]
    [InlineData("", 0, "ORGANISATION_NAME_UNUSABLE")]
    [InlineData("a\0b", 0, "ORGANISATION_NAME_UNUSABLE")]
    [InlineData("Cedar", 101, "LEAVERS_LIMIT_UNUSABLE")]
    [InlineData("Cedar", -1, "LEAVERS_LIMIT_UNUSABLE")]
    public async Task RegisterOrganisation_refuses_what_cannot_be(string name, int limit, string reason)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = new Hospital(service, Somebody.Hospital);

        await hospital.Organisations.RegisterOrganisationAsync(new RegisterOrganisationRequest { Name = name, LeaversLimitPercent = limit }, hospital.As(Role.Operator))
            .IsRefusedAsync(StatusCode.InvalidArgument, reason);
    }

    [Fact]
    public async Task An_organisation_that_nobody_registered_has_neither_codes_nor_a_roster()
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        await Hospital.RegisterAsync(service);
        var clinic = new Hospital(service, Somebody.Clinic);

        await clinic.Organisations.GetOrganisationAsync(new GetOrganisationRequest(), clinic.As(Role.Hr)).IsRefusedAsync(StatusCode.NotFound, "ORGANISATION_NOT_REGISTERED");
        await clinic.Organisations.RegisterCodesAsync(new RegisterCodesRequest(), clinic.As(Role.Hr)).IsRefusedAsync(StatusCode.NotFound, "ORGANISATION_NOT_REGISTERED");
        await Refusal.ExpectAsync(StatusCode.NotFound, "ORGANISATION_NOT_REGISTERED", () => clinic.ImportAsync(Line.Many(1)));
        await Refusal.ExpectAsync(StatusCode.NotFound, "ORGANISATION_NOT_REGISTERED", () => clinic.PreviewAsync(Line.Many(1)));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task RegisterCodes_adds_and_changes_by_code_and_keeps_what_is_not_named(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);

        var organisation = await hospital.Organisations.RegisterCodesAsync(
            new RegisterCodesRequest
            {
                Sites = { new V1.Site { Code = "EAST", Name = "East Clinic", TimeZone = "America/New_York" }, new V1.Site { Code = "WEST", Name = "Western Hospital", TimeZone = "America/Denver" } },
                JobRoles = { new V1.JobRole { Code = "RN", Title = "Nurse" } },
            },
            hospital.As(Role.Operator));

        Assert.Equal(["EAST East Clinic", "NORTH North Hospital", "WEST Western Hospital"], organisation.Sites.Select(site => $"{site.Code} {site.Name}"));
        Assert.Equal(["CLERK Registration clerk", "RN Nurse"], organisation.JobRoles.Select(role => $"{role.Code} {role.Title}"));
        Assert.Equal(organisation, await hospital.Organisations.GetOrganisationAsync(new GetOrganisationRequest(), hospital.As(Role.Auditor)));
    }

    public static TheoryData<string, string, string, string> Unusable { get; } = new()
    {
        { "north", "North", "America/Chicago", "CODE_UNUSABLE" },
        { "", "North", "America/Chicago", "CODE_UNUSABLE" },
        { new string('N', 33), "North", "America/Chicago", "CODE_UNUSABLE" },
        { "NORTH", "", "America/Chicago", "CODE_NAME_UNUSABLE" },
        { "NEW", "New\n", "America/Chicago", "CODE_NAME_UNUSABLE" },
        { "NEW", "New", "Central Standard Time", "TIME_ZONE_UNKNOWN" },
        { "NEW", "New", "", "TIME_ZONE_UNKNOWN" },
        { "NEW", "New", "America/Gotham", "TIME_ZONE_UNKNOWN" },
    };

    [Theory, MemberData(nameof(Unusable))]
    public async Task RegisterCodes_refuses_what_cannot_be_and_registers_nothing_of_it(string code, string name, string zone, string reason)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = await Hospital.RegisterAsync(service);
        var request = new RegisterCodesRequest
        {
            JobRoles = { new V1.JobRole { Code = "MD", Title = "Physician" } },
            Sites = { new V1.Site { Code = "GOOD", Name = "Good", TimeZone = "UTC" }, new V1.Site { Code = code, Name = name, TimeZone = zone } },
        };

        await hospital.Organisations.RegisterCodesAsync(request, hospital.As(Role.Hr)).IsRefusedAsync(StatusCode.InvalidArgument, reason);

        var organisation = await hospital.Organisations.GetOrganisationAsync(new GetOrganisationRequest(), hospital.As(Role.Hr));
        Assert.Equal((2, 2), (organisation.Sites.Count, organisation.JobRoles.Count));
    }

    [Fact]
    public async Task RegisterCodes_refuses_a_code_that_is_named_twice()
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = await Hospital.RegisterAsync(service);
        var role = new V1.JobRole { Code = "MD", Title = "Physician" };

        await hospital.Organisations.RegisterCodesAsync(new RegisterCodesRequest { JobRoles = { role, role } }, hospital.As(Role.Hr))
            .IsRefusedAsync(StatusCode.InvalidArgument, "CODE_NAMED_TWICE");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task RegisterCodes_tells_of_everybody_at_a_site_that_gets_another_time_zone(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        await hospital.ImportAsync([.. Line.Many(15), new Line("2001") { Site = "WEST" }, new Line("2002") { Site = "WEST" }]);
        await hospital.ImportAsync([.. Line.Many(15), new Line("2001") { Site = "WEST" }], Hospital.Day2);

        await hospital.Organisations.RegisterCodesAsync(
            new RegisterCodesRequest { Sites = { new V1.Site { Code = "WEST", Name = "West Hospital", TimeZone = "America/Phoenix" } } }, hospital.As(Role.Hr));

        var told = (await service.PublishedAsync<MembersChanged>(atLeast: 3)).Select(batch => batch.Members).Single(batch => batch.All(member => member.TimeZone == "America/Phoenix"));
        Assert.Equal(("2001", 2), (told.Single().EmployeeNumber, (int)told.Single().Version));
        Assert.Equal([V1.ChangeKind.Added, V1.ChangeKind.Changed], (await hospital.HistoryAsync("2001")).Select(entry => entry.Kind));
        Assert.Equal("America/Denver", (await hospital.MemberAsync("2002")).TimeZone);
        Assert.Equal(16, (await hospital.ImportAsync([.. Line.Many(15), new Line("2001") { Site = "WEST" }], Hospital.Day3)).Counts.Unchanged);
    }

    [Fact]
    public void Domain_and_contract_number_their_words_alike()
    {
        static void Alike<TOurs, TTheirs>() where TOurs : struct, Enum where TTheirs : struct, Enum => Assert.Equal(
            Enum.GetValues<TTheirs>().Select(value => $"{value} {value:D}").Skip(1), Enum.GetValues<TOurs>().Select(value => $"{value} {value:D}"));

        Alike<Constituency, V1.Constituency>();
        Alike<PhiExposure, V1.PhiExposure>();
        Alike<MemberStatus, V1.MemberStatus>();
        Alike<ChangeKind, V1.ChangeKind>();
        Alike<Office, V1.Office>();
    }
}
