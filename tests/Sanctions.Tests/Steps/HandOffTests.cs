using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Training.Contracts;
using Training.Sanctions.V1;

namespace Training.Sanctions.Tests;

public sealed class HandOffTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task The_same_incident_is_the_same_case_and_another_content_is_refused(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.HandOff();

        Assert.Equal(file, await hospital.HandOff());
        var other = Hospital.Incident();
        other.Description = "Two referrals were faxed to a wrong number.";
        await hospital.HandOff(other).IsRefusedAsync(StatusCode.AlreadyExists, "INCIDENT_HANDED_OFF_DIFFERENTLY");

        Assert.Single((await ListAsync(hospital)).Cases);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Whoever_hands_a_known_incident_off_learns_nothing_of_what_became_of_it(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.HandOff();
        var executed = await hospital.Execute(await hospital.SignedAsync());

        Assert.Equal(file.Id, executed.Id);
        Assert.Equal(file, await hospital.HandOff());
        // Nor who else reported it.
        file.HandedOffBy = "";
        Assert.Equal(file, await hospital.HandOff(by: People.Supervisor));
        Assert.Equal(file, await hospital.Cases.HandOffIncidentAsync(Hospital.Incident(), hospital.As(Role.Integration, null)));
        Assert.Equal(executed, await hospital.Get(file.Id));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task An_incident_handed_off_by_many_at_once_is_one_case(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var files = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await hospital.HandOff()));
        Assert.Single(files.Select(file => file.Id).Distinct());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_hand_off_that_is_not_right_is_refused_and_leaves_no_case(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        await RefusedAsync(incident => incident.MemberId = Guid.CreateVersion7().ToString(), StatusCode.NotFound, "MEMBER_UNKNOWN");
        await RefusedAsync(incident => incident.MemberId = "the clerk", StatusCode.InvalidArgument, "ID_NOT_READABLE");
        await RefusedAsync(incident => incident.ViolationCode = "P99", StatusCode.InvalidArgument, "VIOLATION_NOT_IN_CATALOGUE");
        await RefusedAsync(incident => incident.Incident = "", StatusCode.InvalidArgument, "INCIDENT_NUMBER_UNUSABLE");
        await RefusedAsync(incident => incident.Incident = "INC 1", StatusCode.InvalidArgument, "INCIDENT_NUMBER_UNUSABLE");
        await RefusedAsync(incident => incident.Incident = new string('1', 65), StatusCode.InvalidArgument, "INCIDENT_NUMBER_UNUSABLE");
        await RefusedAsync(incident => incident.Incident = "123-45-6789", StatusCode.InvalidArgument, "LOOKS_LIKE_PATIENT_DATA");
        await RefusedAsync(incident => incident.Incident = "3/14/1961", StatusCode.InvalidArgument, "LOOKS_LIKE_PATIENT_DATA");
        await RefusedAsync(incident => incident.Incident = "jane.doe@example.org", StatusCode.InvalidArgument, "LOOKS_LIKE_PATIENT_DATA");
        await RefusedAsync(incident => incident.Happened = TimeProvider.System.GetUtcNow().AddHours(2).ToTimestamp(), StatusCode.InvalidArgument, "HAPPENED_UNUSABLE");
        await RefusedAsync(incident => incident.Happened = null, StatusCode.InvalidArgument, "HAPPENED_UNUSABLE");
        await RefusedAsync(incident => incident.Happened.Nanos = -5, StatusCode.InvalidArgument, "HAPPENED_UNUSABLE");
        await RefusedAsync(incident => incident.FirstKnownByWorkforce = Hospital.Now.AddDays(-11).ToTimestamp(), StatusCode.InvalidArgument, "FIRST_KNOWN_UNUSABLE");
        await RefusedAsync(incident => incident.FirstKnownByWorkforce = TimeProvider.System.GetUtcNow().AddHours(2).ToTimestamp(), StatusCode.InvalidArgument, "FIRST_KNOWN_UNUSABLE");
        await RefusedAsync(incident => incident.FirstKnownByWorkforce = null, StatusCode.InvalidArgument, "FIRST_KNOWN_UNUSABLE");
        await RefusedAsync(incident => incident.Description = " ", StatusCode.InvalidArgument, "TEXT_MISSING");
        await RefusedAsync(incident => incident.Description = new string('a', 1001), StatusCode.InvalidArgument, "TEXT_TOO_LONG");
        await RefusedAsync(incident => incident.Description = "The patient's SSN 123-45-6789 was on it.", StatusCode.InvalidArgument, "LOOKS_LIKE_PATIENT_DATA");
        await RefusedAsync(incident => incident.Description = "MRN 4821367 went out.", StatusCode.InvalidArgument, "LOOKS_LIKE_PATIENT_DATA");
        await RefusedAsync(incident => incident.Description = "zero\u0000byte", StatusCode.InvalidArgument, "LOOKS_LIKE_PATIENT_DATA");
        Assert.Empty((await ListAsync(hospital)).Cases);

        async Task RefusedAsync(Action<HandOffIncidentRequest> change, StatusCode code, string reason)
        {
            var incident = Hospital.Incident();
            change(incident);
            await hospital.HandOff(incident).IsRefusedAsync(code, reason);
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task What_is_found_late_and_whatever_a_reporting_system_numbers_it_is_handed_off(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        foreach (var number in new[] { "20261122000417", "INC-4211", "2026-11-22-001", "123-4567", "MRN-CORRECTION-12" })
            Assert.Equal(number, (await hospital.HandOff(Hospital.Incident(number, daysAgo: 9 * 365))).Incident);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task The_refusal_of_an_identifier_says_what_was_seen_and_does_not_repeat_it(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        var incident = Hospital.Incident();
        incident.Description = "The referral of a man born 3/14/1961 was faxed.";

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await hospital.HandOff(incident));

        Assert.Contains("a date of birth", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("general words", refused.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("1961", refused.Status.Detail, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_free_text_of_a_case_is_screened(string provider)
    {
        const string Text = "Her number is 312-555-0142.";
        await using var hospital = await Hospital.StartAsync(provider);
        var file = await hospital.HandOff();
        await hospital.Cases.DecidePhiImpactAsync(
            new DecidePhiImpactRequest { CaseId = file.Id, CaseVersion = file.Version, Reason = Text }, hospital.As(Role.PrivacyOfficer, People.Privacy))
            .IsRefusedAsync(StatusCode.InvalidArgument, "LOOKS_LIKE_PATIENT_DATA");
        await hospital.Cases.SignTechnicalClosureAsync(
            new SignClosureRequest { CaseId = file.Id, CaseVersion = file.Version, Note = Text }, hospital.As(Role.SecurityOfficer, People.Security))
            .IsRefusedAsync(StatusCode.InvalidArgument, "LOOKS_LIKE_PATIENT_DATA");
        file = await hospital.Answer(file);
        var proposal = Hospital.Proposal(file);
        proposal.Finding = Text;
        await hospital.Propose(file, request: proposal).IsRefusedAsync(StatusCode.InvalidArgument, "LOOKS_LIKE_PATIENT_DATA");
        await hospital.Propose(file, request: Hospital.Proposal(file, reasons: Text)).IsRefusedAsync(StatusCode.InvalidArgument, "LOOKS_LIKE_PATIENT_DATA");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Cases_are_listed_newest_first_page_by_page(string provider)
    {
        await using var hospital = await Hospital.StartAsync(provider);
        List<string> opened = [];
        for (var number = 1; number <= 5; number++)
            opened.Insert(0, (await hospital.HandOff(Hospital.Incident($"INC-{number}"))).Id);

        List<string> listed = [];
        var token = "";
        do
        {
            var page = await ListAsync(hospital, 2, token);
            Assert.InRange(page.Cases.Count, 1, 2);
            listed.AddRange(page.Cases.Select(line => line.Id));
            token = page.NextPageToken;
        }
        while (token != "");
        Assert.Equal(opened, listed);
    }

    private static AsyncUnaryCall<ListCasesResponse> ListAsync(Hospital hospital, int size = 0, string token = "") =>
        hospital.Cases.ListCasesAsync(new ListCasesRequest { PageSize = size, PageToken = token }, hospital.As(Role.Auditor, People.Auditor));
}
