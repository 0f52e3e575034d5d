using Grpc.Core;
using Training.Contracts;
using Training.Hosting;
using Training.Workforce.V1;
using WireOffice = Training.Workforce.V1.Office;

namespace Training.Curricula.Tests;

public sealed class OfficerRegisterTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Propose_says_to_designate_officers_when_no_register_has_arrived(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartEmptyAsync(provider);
        await curricula.Service.DeliverAsync(People.Register(1), Somebody.Clinic);

        await curricula.Library.ProposeCurriculumAsync(Requests.Propose(), curricula.Privacy()).IsRefusedAsync(StatusCode.FailedPrecondition, "OFFICER_REGISTER_UNKNOWN");

        await curricula.KnowAsync(Somebody.Hospital);
        Assert.Equal(1, (await curricula.ProposeAsync()).Version);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Propose_is_refused_when_the_register_does_not_name_the_proposer_for_that_office_today(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        (MemberId? Member, WireOffice Office, StatusCode Code, string Reason)[] refused =
        [
            (People.Nobody, WireOffice.Privacy, StatusCode.PermissionDenied, "OFFICE_NOT_HELD"),
            (People.Pia, WireOffice.Security, StatusCode.PermissionDenied, "OFFICE_NOT_HELD"),
            (People.Past, WireOffice.Privacy, StatusCode.PermissionDenied, "OFFICE_NOT_HELD"),
            (People.Future, WireOffice.Security, StatusCode.PermissionDenied, "OFFICE_NOT_HELD"),
            (People.Pia, WireOffice.Unspecified, StatusCode.InvalidArgument, "OFFICE_MISSING"),
            (People.Pia, (WireOffice)7, StatusCode.InvalidArgument, "OFFICE_MISSING"),
            (null, WireOffice.Privacy, StatusCode.PermissionDenied, "HUMAN_BEING_NEEDED"),
        ];
        foreach (var (member, office, code, reason) in refused)
            await curricula.Library.ProposeCurriculumAsync(Requests.Propose(office: office), curricula.Service.Call(Role.PrivacyOfficer, member)).IsRefusedAsync(code, reason);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Register_of_an_older_version_changes_nothing_when_it_arrives_late(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        await curricula.Service.DeliverAsync(new OfficerRegisterChanged { Version = 5, Designations = { People.Named(WireOffice.Privacy, People.Nobody) } });
        await curricula.Service.DeliverAsync(People.Register(4));

        await curricula.Library.ProposeCurriculumAsync(Requests.Propose(), curricula.Privacy()).IsRefusedAsync(StatusCode.PermissionDenied, "OFFICE_NOT_HELD");
        Assert.Equal(1, (await curricula.Library.ProposeCurriculumAsync(Requests.Propose(), curricula.Privacy(People.Nobody))).Version);
    }

    [Theory]
    [InlineData("2026-03-01", "", "2026-02-28", false)]
    [InlineData("2026-03-01", "", "2026-03-01", true)]
    [InlineData("2026-03-01", "2026-03-31", "2026-03-31", true)]
    [InlineData("2026-03-01", "2026-03-31", "2026-04-01", false)]
    public void Designation_covers_its_first_and_its_last_day(string from, string until, string day, bool covered) =>
        Assert.Equal(covered, new Designation(Office.Privacy, People.Pia.Value, from, until).Covers(Days.Parse("day", day)));
}
