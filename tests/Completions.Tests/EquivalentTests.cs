using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Training.Completions.V1;
using Training.Contracts;

namespace Training.Completions.Tests;

/// <summary>An LMS tells that somebody passed a course which an officer accepted as equal to a scenario.</summary>
public sealed class EquivalentTests
{
    private readonly Guid _campaign = Told.Id(), _fax = Told.Id(), _talk = Told.Id();

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_pass_of_an_accepted_course_is_credited_like_a_run_and_once(string provider)
    {
        await using var service = await StartAsync(provider);
        var assignment = await service.TheOneOfAsync("nurse");
        await service.DeliverAsync(Told.Run("nurse", _talk));
        var equivalent = await AcceptAsync(service);
        Assert.Equal(equivalent, await AcceptAsync(service));
        Assert.Equal([equivalent], (await service.Record().ListEquivalentsAsync(new ListEquivalentsRequest(), service.Call(Role.Integration))).Equivalents);
        Assert.Empty((await service.Record().ListEquivalentsAsync(new ListEquivalentsRequest(), service.Call(Role.Integration, organisation: Somebody.Clinic))).Equivalents);

        var done = await service.Record().RecordEquivalentAsync(Pass(assignment), service.Call(Role.Integration));
        Assert.Equal(V1.AssignmentState.Completed, done.State);
        Assert.Equal(done, await service.Record().RecordEquivalentAsync(Pass(assignment), service.Call(Role.Integration)));

        var completion = Assert.Single(await service.LedgerAsync());
        var hash = Hash("certificate 7");
        Assert.Contains(completion.Passed, passed => passed.EvidenceHash == hash && passed.ScenarioId == _fax.ToString() && passed.ScenarioTitle == "Faxing, e-learning");
        Assert.Equal(SHA256.HashData([.. completion.Passed.SelectMany(passed => passed.EvidenceHash)]), completion.EvidenceHash.ToByteArray());
        var transcript = await service.Record().ListTranscriptAsync(new ListTranscriptRequest { MemberId = assignment.MemberId }, service.Call(Role.Hr));
        var attempt = Assert.Single(transcript.Entries, entry => entry.Attempt?.Provider == "HealthStream").Attempt;
        Assert.Equal(("FAX-101", "7", true, hash), (attempt.Course, attempt.Reference, attempt.Passed, attempt.EvidenceHash));
        Assert.Single(await service.PublishedAsync<AssignmentCompleted>());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_pass_that_cannot_count_is_refused_with_what_to_do_and_leaves_nothing(string provider)
    {
        await using var service = await StartAsync(provider);
        var assignment = await service.TheOneOfAsync("nurse");
        await service.DeliverAsync(Told.Members(Told.Member("clerk")));
        await RefusedAsync(_ => { }, StatusCode.FailedPrecondition, "EQUIVALENT_NOT_ACCEPTED");
        await AcceptAsync(service);

        await RefusedAsync(pass => pass.Course = "FAX-102", StatusCode.FailedPrecondition, "EQUIVALENT_NOT_ACCEPTED");
        await RefusedAsync(pass => pass.AssignmentId = Told.Id().ToString(), StatusCode.NotFound, "ASSIGNMENT_NOT_FOUND");
        await RefusedAsync(pass => pass.EvidenceHash = ByteString.CopyFrom(new byte[31]), StatusCode.InvalidArgument, "EVIDENCE_HASH_UNUSABLE");
        await RefusedAsync(pass => pass.Reference = "", StatusCode.InvalidArgument, "LINE_UNUSABLE");
        await RefusedAsync(pass => pass.Passed = null, StatusCode.InvalidArgument, "INSTANT_NOT_READABLE");
        await RefusedAsync(pass => pass.Passed = Told.Launch.AddMinutes(-1).ToTimestamp(), StatusCode.InvalidArgument, "PASS_UNUSABLE");
        await RefusedAsync(pass => pass.Passed = Told.Launch.AddDays(2).ToTimestamp(), StatusCode.InvalidArgument, "PASS_UNUSABLE");
        Assert.Equal(assignment, await service.TheOneOfAsync("nurse"));

        await service.Record().RecordEquivalentAsync(Pass(assignment), service.Call(Role.Integration));
        var clerks = await service.TheOneOfAsync("clerk");
        await RefusedAsync(pass => pass.AssignmentId = clerks.Id, StatusCode.AlreadyExists, "REFERENCE_TAKEN");
        await RefusedAsync(pass => pass.EvidenceHash = Hash("another"), StatusCode.AlreadyExists, "REFERENCE_TAKEN");
        Assert.Equal(clerks, await service.TheOneOfAsync("clerk"));

        async Task RefusedAsync(Action<RecordEquivalentRequest> change, StatusCode code, string reason)
        {
            var pass = Pass(assignment);
            change(pass);
            await service.Record().RecordEquivalentAsync(pass, service.Call(Role.Integration)).IsRefusedAsync(code, reason);
        }
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task A_remediation_is_done_in_the_scenario_itself(string provider)
    {
        await using var service = await StartAsync(provider);
        await AcceptAsync(service);
        await service.DeliverAsync(Told.Remediation(Told.Id(), "nurse", _fax));
        var own = await service.OwnAsync("nurse");
        var (remedial, yearly) = (own.Single(a => a.Source == AssignmentSource.Remediation), own.Single(a => a.Source == AssignmentSource.Campaign));

        await service.Record().RecordEquivalentAsync(Pass(remedial), service.Call(Role.Integration)).IsRefusedAsync(StatusCode.FailedPrecondition, "REMEDIATION_IS_DONE_HERE");
        await service.Record().RecordEquivalentAsync(Pass(yearly), service.Call(Role.Integration));
        Assert.Equal(V1.AssignmentState.Open, (await service.OwnAsync("nurse")).Single(a => a.Id == remedial.Id).State);
        await service.DeliverAsync(Told.Run("nurse", _fax, minute: 40));
        Assert.Equal(V1.AssignmentState.Completed, (await service.OwnAsync("nurse")).Single(a => a.Id == remedial.Id).State);
    }

    [Fact]
    public async Task A_course_is_accepted_by_a_human_being_for_a_scenario_that_is_asked_for_here()
    {
        await using var service = await StartAsync(TestDatabases.Sqlite);
        var officer = service.Call(Role.PrivacyOfficer, Somebody.Named("officer"));
        await service.Record().AcceptEquivalentAsync(Offer(), service.Call(Role.PrivacyOfficer)).IsRefusedAsync(StatusCode.PermissionDenied, "ONLY_PEOPLE_ACCEPT");
        var unknown = Offer();
        unknown.ScenarioId = Told.Id().ToString();
        await service.Record().AcceptEquivalentAsync(unknown, officer).IsRefusedAsync(StatusCode.NotFound, "SCENARIO_NOT_ASSIGNED");
        await service.Record().AcceptEquivalentAsync(Offer(), service.Call(Role.PrivacyOfficer, Somebody.Named("officer"), Somebody.Clinic))
            .IsRefusedAsync(StatusCode.NotFound, "SCENARIO_NOT_ASSIGNED");
        var unreadable = Offer();
        unreadable.Reason = " ";
        await service.Record().AcceptEquivalentAsync(unreadable, service.Call(Role.PrivacyOfficer, Somebody.Named("officer"))).IsRefusedAsync(StatusCode.InvalidArgument, "LINE_UNUSABLE");
    }

    private async Task<ServiceUnderTest> StartAsync(string provider)
    {
        var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Members(Told.Member("nurse")));
        await service.DeliverAsync(Told.Launched(_campaign, [_fax, _talk]));
        return service;
    }

    private async Task<V1.Equivalent> AcceptAsync(ServiceUnderTest service) =>
        await service.Record().AcceptEquivalentAsync(Offer(), service.Call(Role.PrivacyOfficer, Somebody.Named("officer")));

    private AcceptEquivalentRequest Offer() => new()
    {
        Provider = "HealthStream", Course = "FAX-101", Title = "Faxing, e-learning", ScenarioId = _fax.ToString(), Reason = "Same decisions, same rules; compared on 2 March.",
    };

    private static RecordEquivalentRequest Pass(V1.Assignment assignment) => new()
    {
        AssignmentId = assignment.Id, Provider = "HealthStream", Course = "FAX-101", Reference = "7", Passed = Told.Launch.AddMinutes(3).ToTimestamp(), EvidenceHash = Hash("certificate 7"),
    };

    private static ByteString Hash(string evidence) => ByteString.CopyFrom(SHA256.HashData(Encoding.UTF8.GetBytes(evidence)));
}
