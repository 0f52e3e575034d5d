using Grpc.Core;
using Training.Contracts;
using Training.Workforce.V1;

namespace Training.Workforce.Tests;

public sealed class MemberPagesTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Lists_give_everybody_once_and_of_their_own_organisation_when_two_use_the_same_numbers(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        var clinic = await Hospital.RegisterAsync(service, Somebody.Clinic);
        await hospital.ImportAsync(Line.Many(25));
        var theirs = await clinic.ImportAsync(Line.Many(12).Select(line => line with { Family = "Clinic" }));
        await hospital.ImportAsync(Line.Many(23), Hospital.Day2);

        Assert.Equal(25, (await ReadAsync(hospital, V1.MemberStatus.Unspecified)).Distinct().Count());
        Assert.Equal(23, (await ReadAsync(hospital, V1.MemberStatus.Active)).Distinct().Count());
        Assert.Equal(["1024", "1025"], (await ReadAsync(hospital, V1.MemberStatus.Left)).Order());
        Assert.Equal(12, (await ReadAsync(clinic, V1.MemberStatus.Unspecified)).Count);
        Assert.Equal(("Ferrer", "Clinic"), ((await hospital.MemberAsync("1001")).FamilyName, (await clinic.MemberAsync("1001")).FamilyName));

        var stranger = await clinic.MemberAsync("1001");
        await hospital.Roster.GetMemberAsync(new GetMemberRequest { Id = stranger.Id }, hospital.As(Role.Hr)).IsRefusedAsync(StatusCode.NotFound, "MEMBER_NOT_FOUND");
        await hospital.Roster.ListMemberHistoryAsync(new ListMemberHistoryRequest { MemberId = stranger.Id }, hospital.As(Role.Hr)).IsRefusedAsync(StatusCode.NotFound, "MEMBER_NOT_FOUND");
        await hospital.Roster.GetRosterImportAsync(new GetRosterImportRequest { Id = theirs.Id }, hospital.As(Role.Hr)).IsRefusedAsync(StatusCode.NotFound, "ROSTER_IMPORT_NOT_FOUND");
        await hospital.Roster.ListRosterRejectsAsync(new ListRosterRejectsRequest { ImportId = theirs.Id }, hospital.As(Role.Hr)).IsRefusedAsync(StatusCode.NotFound, "ROSTER_IMPORT_NOT_FOUND");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ListRosterImports_gives_the_newest_first_when_read_in_pages(string provider)
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, provider);
        var hospital = await Hospital.RegisterAsync(service);
        List<string> ids = [];
        for (var i = 0; i < 5; i++)
            ids.Add((await hospital.ImportAsync(Line.Many(2))).Id);

        List<string> listed = [];
        var page = "";
        do
        {
            var answer = await hospital.Roster.ListRosterImportsAsync(new ListRosterImportsRequest { PageSize = 2, PageToken = page }, hospital.As(Role.Hr));
            listed.AddRange(answer.Imports.Select(import => import.Id));
            page = answer.NextPageToken;
        }
        while (page != "");

        Assert.Equal(Enumerable.Reverse(ids), listed);
    }

    [Fact]
    public async Task Lists_refuse_page_tokens_that_they_did_not_hand_out()
    {
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = await Hospital.RegisterAsync(service);
        var import = await hospital.ImportAsync(Line.Many(1));
        var member = await hospital.MemberAsync("1001");
        var foreign = Guid.CreateVersion7().ToString("N");

        await hospital.Roster.ListMembersAsync(new ListMembersRequest { PageToken = "x" }, hospital.As(Role.Hr)).IsRefusedAsync(StatusCode.InvalidArgument, "PAGE_TOKEN_NOT_READABLE");
        await hospital.Roster.ListRosterRejectsAsync(new ListRosterRejectsRequest { ImportId = import.Id, PageToken = foreign }, hospital.As(Role.Hr))
            .IsRefusedAsync(StatusCode.InvalidArgument, "PAGE_TOKEN_NOT_READABLE");
        await hospital.Roster.ListMemberHistoryAsync(new ListMemberHistoryRequest { MemberId = member.Id, PageToken = foreign }, hospital.As(Role.Hr))
            .IsRefusedAsync(StatusCode.InvalidArgument, "PAGE_TOKEN_NOT_READABLE");
    }

    [Fact]
    public async Task ListMembers_refuses_values_that_do_not_exist_and_does_not_answer_that_nobody_is_there()
    {
        const int Unknown = 99;
        await using var service = await ServiceUnderTest.StartAsync(WorkforceUnderTest.Module, TestDatabases.Sqlite);
        var hospital = await Hospital.RegisterAsync(service);
        foreach (var request in new ListMembersRequest[]
        {
            new() { Status = (V1.MemberStatus)Unknown }, new() { Filter = new V1.MemberFilter { Status = (V1.MemberStatus)Unknown } },
            new() { Filter = new V1.MemberFilter { Constituency = (V1.Constituency)Unknown } }, new() { Filter = new V1.MemberFilter { PhiExposure = (V1.PhiExposure)Unknown } },
        })
            await hospital.Roster.ListMembersAsync(request, hospital.As(Role.Hr)).IsRefusedAsync(StatusCode.InvalidArgument, "FILTER_VALUE_UNKNOWN");
    }

    private static async Task<List<string>> ReadAsync(Hospital hospital, V1.MemberStatus status)
    {
        List<string> numbers = [];
        var page = "";
        do
        {
            var answer = await hospital.Roster.ListMembersAsync(new ListMembersRequest { PageSize = 4, PageToken = page, Status = status }, hospital.As(Role.Auditor));
            numbers.AddRange(answer.Members.Select(member => member.EmployeeNumber));
            page = answer.NextPageToken;
        }
        while (page != "");
        return numbers;
    }
}
