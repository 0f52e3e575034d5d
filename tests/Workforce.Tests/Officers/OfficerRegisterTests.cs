using Grpc.Core;
using Training.Contracts;
using Training.Workforce.V1;

namespace Training.Workforce.Tests;

public sealed class OfficerRegisterTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_change_of_the_register_is_told_whole_and_under_a_growing_version(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        await hospital.ImportAsync(Line.Many(20));

        var privacy = await DesignateAsync(hospital, "1001", V1.Office.Privacy);
        var security = await DesignateAsync(hospital, "1002", V1.Office.Security);
        var deputy = await DesignateAsync(hospital, "1001", V1.Office.Security, deputy: true);
        var ended = await hospital.Officers.EndDesignationAsync(new EndDesignationRequest { Id = privacy.Id, Until = "2026-06-30" }, hospital.As(Role.Hr));
        var next = await DesignateAsync(hospital, "1003", V1.Office.Privacy, from: "2026-07-01");

        Assert.Equal("2026-06-30", ended.Until);
        var told = (await service.PublishedAsync<OfficerRegisterChanged>(atLeast: 5)).OrderBy(register => register.Version).ToList();
        Assert.Equal([1, 2, 3, 4, 5], told.Select(register => (int)register.Version));
        Assert.Equal([1, 2, 3, 3, 4], told.Select(register => register.Designations.Count));
        Assert.Equal([ended, security, deputy, next], told[^1].Designations);
        Assert.Equal(told[^1].Designations, await ListAsync(hospital));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_designation_ends_with_the_officers_employment(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        await hospital.ImportAsync([.. Line.Many(20), new Line("7001")]);
        await DesignateAsync(hospital, "7001", V1.Office.Privacy);
        await DesignateAsync(hospital, "1001", V1.Office.Security);

        await hospital.ImportAsync(Line.Many(20), "2026-04-01");
        await hospital.ImportAsync(Line.Many(20), "2026-04-02");

        var told = (await service.PublishedAsync<OfficerRegisterChanged>(atLeast: 3)).MaxBy(register => register.Version)!;
        Assert.Equal(3, told.Version);
        Assert.Equal(["2026-03-31", ""], told.Designations.Select(designation => designation.Until));
        Assert.Equal(told.Designations, await ListAsync(hospital));
        await DesignateAsync(hospital, "1002", V1.Office.Privacy, from: "2026-04-01");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task DesignateOfficer_refuses_whoever_cannot_hold_the_office(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        var clinic = await Hospital.RegisterAsync(service, Somebody.Clinic);
        await hospital.ImportAsync([.. Line.Many(20), new Line("7001")]);
        await hospital.ImportAsync(Line.Many(20), Hospital.Day2);
        await clinic.ImportAsync(Line.Many(1));
        await DesignateAsync(hospital, "1001", V1.Office.Privacy);
        var stranger = (await clinic.MemberAsync("1001")).Id;

        Task Expect(StatusCode code, string reason, string number, V1.Office office, bool deputy = false, string from = "2026-03-05") =>
            Refusal.ExpectAsync(code, reason, () => DesignateAsync(hospital, number, office, deputy, from));
        await Expect(StatusCode.FailedPrecondition, "MEMBER_HAS_LEFT", "7001", V1.Office.Security);
        await Expect(StatusCode.FailedPrecondition, "OFFICE_HELD", "1002", V1.Office.Privacy);
        await Expect(StatusCode.AlreadyExists, "DESIGNATED_ALREADY", "1001", V1.Office.Privacy);
        await Expect(StatusCode.InvalidArgument, "OFFICE_UNKNOWN", "1002", V1.Office.Unspecified);
        await Expect(StatusCode.InvalidArgument, "DATE_UNREADABLE", "1002", V1.Office.Security, from: "soon");
        await hospital.Officers.DesignateOfficerAsync(
            new DesignateOfficerRequest { Office = V1.Office.Security, MemberId = stranger, From = "2026-03-05" }, hospital.As(Role.Hr)).IsRefusedAsync(StatusCode.NotFound, "MEMBER_NOT_FOUND");
        Assert.Single(await ListAsync(hospital));
    }

    [Fact]
    public async Task EndDesignation_refuses_days_before_the_first_a_second_end_and_other_organisations()
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = await Hospital.RegisterAsync(service);
        var clinic = await Hospital.RegisterAsync(service, Somebody.Clinic);
        await hospital.ImportAsync(Line.Many(2));
        var designation = await DesignateAsync(hospital, "1001", V1.Office.Privacy);

        AsyncUnaryCall<V1.Designation> End(Hospital who, string until) =>
            who.Officers.EndDesignationAsync(new EndDesignationRequest { Id = designation.Id, Until = until }, who.As(Role.Hr));
        await End(hospital, "2026-03-01").IsRefusedAsync(StatusCode.InvalidArgument, "END_BEFORE_BEGINNING");
        await End(clinic, "2026-06-01").IsRefusedAsync(StatusCode.NotFound, "DESIGNATION_NOT_FOUND");
        await End(hospital, "2026-06-01");
        await End(hospital, "2026-06-02").IsRefusedAsync(StatusCode.FailedPrecondition, "DESIGNATION_ENDED");
    }

    private static async Task<V1.Designation> DesignateAsync(Hospital hospital, string number, V1.Office office, bool deputy = false, string from = Hospital.Day1)
    {
        var member = await hospital.MemberAsync(number);
        return await hospital.Officers.DesignateOfficerAsync(
            new DesignateOfficerRequest { Office = office, MemberId = member.Id, Deputy = deputy, From = from }, hospital.As(Role.Hr));
    }

    private static async Task<List<V1.Designation>> ListAsync(Hospital hospital)
    {
        List<V1.Designation> listed = [];
        var page = "";
        do
        {
            var answer = await hospital.Officers.ListDesignationsAsync(new ListDesignationsRequest { PageSize = 2, PageToken = page }, hospital.As(Role.Employee));
            listed.AddRange(answer.Designations);
            page = answer.NextPageToken;
        }
        while (page != "");
        return listed;
    }
}
