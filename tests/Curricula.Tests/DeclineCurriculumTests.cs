using Grpc.Core;
using Training.Contracts;
using Training.Curricula.V1;

namespace Training.Curricula.Tests;

public sealed class DeclineCurriculumTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Decline_sends_the_proposal_back_with_its_reason_and_the_same_content_is_a_version_of_its_own(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var proposed = await curricula.ProposeAsync();

        var declined = await curricula.Library.DeclineCurriculumAsync(Requests.Decline(proposed), curricula.Security());

        Assert.Equal((V1.CurriculumState.Declined, "Too short for the night shift."), (declined.State, declined.DeclinedBecause));
        Assert.Single(declined.Signatures);
        var again = await curricula.ProposeAsync();
        Assert.Equal((2, proposed.ContentHash), (again.Version, again.ContentHash));
        Assert.Empty(curricula.Service.Published<CurriculumPublished>());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Decline_is_refused_when_reason_office_or_proposal_is_missing(string provider)
    {
        await using var curricula = await CurriculaUnderTest.StartAsync(provider);
        var proposed = await curricula.ProposeAsync();
        foreach (var reason in new[] { "", " ", new string('x', 501), "one\u0000two" })
            await curricula.Library.DeclineCurriculumAsync(Requests.Decline(proposed, reason), curricula.Security()).IsRefusedAsync(StatusCode.InvalidArgument, "TEXT_UNUSABLE");
        await curricula.Library.DeclineCurriculumAsync(Requests.Decline(proposed), curricula.Security(People.Nobody)).IsRefusedAsync(StatusCode.PermissionDenied, "NO_OFFICE_HELD");
        await curricula.Library.DeclineCurriculumAsync(Requests.Decline(proposed), curricula.Security(People.Past)).IsRefusedAsync(StatusCode.PermissionDenied, "NO_OFFICE_HELD");
        await curricula.Library.DeclineCurriculumAsync(Requests.Decline(proposed), curricula.Service.Call(Role.SecurityOfficer)).IsRefusedAsync(StatusCode.PermissionDenied, "HUMAN_BEING_NEEDED");

        await curricula.Library.ApproveCurriculumAsync(Requests.Approve(proposed), curricula.Security());
        await curricula.Library.DeclineCurriculumAsync(Requests.Decline(proposed), curricula.Security()).IsRefusedAsync(StatusCode.FailedPrecondition, "VERSION_NOT_OPEN");
    }
}
