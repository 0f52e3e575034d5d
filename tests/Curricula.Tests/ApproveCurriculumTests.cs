using Google.Protobuf;
using Grpc.Core;
using Training.Contracts;
using Training.Curricula.V1;
using Training.Hosting;
using WireOffice = Training.Workforce.V1.Office;

namespace Training.Curricula.Tests;

public sealed class ApproveCurriculumTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Approve_publishes_once_when_the_other_officer_signs_what_was_proposed(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var proposed = await curricula.ProposeAsync();

        var published = await curricula.Library.ApproveCurriculumAsync(Requests.Approve(proposed), curricula.Security(key: "once"));

        Assert.Equal((V1.CurriculumState.Published, proposed.Content, proposed.ContentHash), (published.State, published.Content, published.ContentHash));
        Assert.Equal([(WireOffice.Privacy, People.Pia.ToString()), (WireOffice.Security, People.Sam.ToString())], published.Signatures.Select(s => (s.Office, s.MemberId)));
        Assert.Equal(published.Signatures[1].Signed, published.Published);
        Assert.Equal(published, await curricula.Library.ApproveCurriculumAsync(Requests.Approve(proposed), curricula.Security(key: "once")));
        Assert.Equal(published, await curricula.Library.GetCurriculumAsync(new GetCurriculumRequest { CurriculumId = proposed.CurriculumId }, curricula.Privacy()));
        Assert.Equal(
            new CurriculumPublished
            {
                CurriculumId = proposed.CurriculumId, Version = 1, Code = "yearly-refresher", Title = "Yearly refresher", ContentHash = proposed.ContentHash,
                ScenarioIds = { Contents.Scenarios.Take(3) }, Published = published.Published,
            },
            Assert.Single(await curricula.Service.PublishedAsync<CurriculumPublished>()));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Approve_supersedes_the_predecessor_when_a_next_version_is_published(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var first = await curricula.PublishAsync();
        var second = await curricula.PublishAsync(Contents.Titled("Refresher, second edition"));

        var versions = (await curricula.Library.ListCurriculaAsync(new ListCurriculaRequest(), curricula.Privacy())).Versions;
        Assert.Equal([(1, V1.CurriculumState.Superseded), (2, V1.CurriculumState.Published)], versions.Select(v => (v.Version, v.State)));
        Assert.Equal((first.CurriculumId, first.Content, first.ContentHash), (second.CurriculumId, versions[0].Content, versions[0].ContentHash));
        Assert.Equal([1, 2], (await curricula.Service.PublishedAsync<CurriculumPublished>(2)).Select(e => e.Version).Order());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Approve_is_refused_when_the_proposer_signs_again_under_whatever_hat(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var proposed = await curricula.Library.ProposeCurriculumAsync(Requests.Propose(), curricula.Privacy(People.Bo));

        foreach (var hat in new[] { WireOffice.Security, WireOffice.Privacy })
            await curricula.Library.ApproveCurriculumAsync(Requests.Approve(proposed, hat), curricula.Security(People.Bo)).IsRefusedAsync(StatusCode.PermissionDenied, "SAME_PERSON_SIGNS");
        var otherAccount = curricula.Service.Call(Role.SecurityOfficer, People.Bo, account: "bo.the.second@hospital.example");
        await curricula.Library.ApproveCurriculumAsync(Requests.Approve(proposed), otherAccount).IsRefusedAsync(StatusCode.PermissionDenied, "SAME_PERSON_SIGNS");

        var published = await curricula.Library.ApproveCurriculumAsync(Requests.Approve(proposed), curricula.Security(People.Dora));
        Assert.Equal([People.Bo.ToString(), People.Dora.ToString()], published.Signatures.Select(s => s.MemberId));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Approve_is_refused_when_office_person_or_content_is_another(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var proposed = await curricula.ProposeAsync();
        var approve = Requests.Approve(proposed);
        (ApproveCurriculumRequest Request, MemberId? By, StatusCode Code, string Reason)[] refused =
        [
            (Requests.Approve(proposed, WireOffice.Privacy), People.Dora, StatusCode.PermissionDenied, "OFFICE_HAS_SIGNED"),
            (approve, People.Nobody, StatusCode.PermissionDenied, "OFFICE_NOT_HELD"),
            (approve, People.Future, StatusCode.PermissionDenied, "OFFICE_NOT_HELD"),
            (approve, null, StatusCode.PermissionDenied, "HUMAN_BEING_NEEDED"),
            (With(approve, r => r.ContentHash = ByteString.CopyFrom(new byte[32])), People.Sam, StatusCode.Aborted, "CONTENT_HASH_DIFFERS"),
            (With(approve, r => r.ContentHash = ByteString.Empty), People.Sam, StatusCode.Aborted, "CONTENT_HASH_DIFFERS"),
            (With(approve, r => r.Version = 2), People.Sam, StatusCode.NotFound, "CURRICULUM_VERSION_NOT_FOUND"),
            (With(approve, r => r.CurriculumId = Guid.CreateVersion7().ToString()), People.Sam, StatusCode.NotFound, "CURRICULUM_NOT_FOUND"),
            (With(approve, r => r.Office = WireOffice.Unspecified), People.Sam, StatusCode.InvalidArgument, "OFFICE_MISSING"),
        ];
        foreach (var (request, by, code, reason) in refused)
            await curricula.Library.ApproveCurriculumAsync(request, curricula.Service.Call(Role.SecurityOfficer, by)).IsRefusedAsync(code, reason);

        Assert.Equal(proposed, await curricula.Library.GetCurriculumAsync(new GetCurriculumRequest { CurriculumId = proposed.CurriculumId, Version = 1 }, curricula.Privacy()));
        Assert.Empty(curricula.Service.Published<CurriculumPublished>());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Approve_is_refused_when_the_designation_ended_after_the_proposal(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var proposed = await curricula.ProposeAsync();
        var register = People.Register(2);
        register.Designations.Single(d => d.MemberId == People.Sam.ToString()).Until = Dates.In(-1);
        await curricula.Service.DeliverAsync(register);

        await curricula.Library.ApproveCurriculumAsync(Requests.Approve(proposed), curricula.Security()).IsRefusedAsync(StatusCode.PermissionDenied, "OFFICE_NOT_HELD");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Approve_is_refused_when_the_version_no_longer_waits(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var first = await curricula.PublishAsync();
        var second = await curricula.ProposeAsync(Contents.Titled("Second"));
        await curricula.Library.DeclineCurriculumAsync(Requests.Decline(second), curricula.Security());
        await curricula.PublishAsync(Contents.Titled("Third"));

        foreach (var stale in new[] { first, second })
            await curricula.Library.ApproveCurriculumAsync(Requests.Approve(stale), curricula.Security(People.Dora)).IsRefusedAsync(StatusCode.FailedPrecondition, "VERSION_NOT_OPEN");
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Approve_and_decline_leave_one_decision_when_they_come_at_once(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        for (var round = 1; round <= 5; round++)
        {
            var proposed = await curricula.ProposeAsync(Contents.Titled($"Round {round}"));
            var answers = await Task.WhenAll(
                TakenAsync(curricula.Library.ApproveCurriculumAsync(Requests.Approve(proposed), curricula.Security())),
                TakenAsync(curricula.Library.ApproveCurriculumAsync(Requests.Approve(proposed), curricula.Security(People.Dora))),
                TakenAsync(curricula.Library.DeclineCurriculumAsync(Requests.Decline(proposed), curricula.Security(People.Bo))));
            Assert.Single(answers, taken => taken);
        }

        var versions = (await curricula.Library.ListCurriculaAsync(new ListCurriculaRequest(), curricula.Privacy())).Versions;
        Assert.True(versions.Count(v => v.State == V1.CurriculumState.Published) <= 1);
        var published = versions.Count(v => v.State is V1.CurriculumState.Published or V1.CurriculumState.Superseded);
        Assert.Equal(published, (await curricula.Service.PublishedAsync<CurriculumPublished>(published)).Count);
    }

    private static async Task<bool> TakenAsync(AsyncUnaryCall<V1.CurriculumVersion> call)
    {
        try
        {
            await call;
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.FailedPrecondition)
        {
            return false;
        }
    }

    private static ApproveCurriculumRequest With(ApproveCurriculumRequest request, Action<ApproveCurriculumRequest> change)
    {
        var changed = request.Clone();
        change(changed);
        return changed;
    }
}
