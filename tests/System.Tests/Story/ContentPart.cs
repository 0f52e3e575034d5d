using Training.Contracts;
using Training.Curricula.V1;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.System.Tests.Story;

/// <summary>b and c. Six families with their four decisions are published; the curriculum over them carries two people's signatures, and one person's do not do.</summary>
internal sealed class ContentPart(Callers callers, List<Member> members)
{
    public async Task HoldsAsync()
    {
        var scenarios = (await callers.Services.Scenarios.ListScenariosAsync(new ListScenariosRequest { PageSize = Pages.Largest }, callers.As(Role.Auditor))).Scenarios;
        foreach (var family in "TEFCRW")
        {
            var ofIt = scenarios.Where(scenario => scenario.Family == $"{family}").ToList();
            var whole = ofIt.Count(scenario => scenario.Decisions.Order().SequenceEqual(Enumerable.Range(1, 4).Select(number => $"{family}{number}")));
            Assert.True(whole >= 2, $"family {family} has {whole} variants with all four decisions");
        }

        var versions = (await callers.Services.Curricula.ListCurriculaAsync(new ListCurriculaRequest { PageSize = Pages.Largest }, callers.As(Role.Auditor))).Versions;
        var inForce = Assert.Single(versions, version => version.State == CurriculumState.Published);
        Assert.Equal(2, inForce.Signatures.DistinctBy(signature => signature.MemberId).Count());
        Assert.Equal([Office.Privacy, Office.Security], inForce.Signatures.Select(signature => signature.Office).Order());
        Assert.Equal("TEFCRW".Order(), inForce.Content.Items.Select(item => scenarios.Single(scenario => scenario.Id == item.ScenarioId).Family[0]).Order());
        await OnePersonIsRefusedAsync(inForce);
    }

    private async Task OnePersonIsRefusedAsync(CurriculumVersion inForce)
    {
        var officer = Assert.Single(members, member => member.Id == inForce.Signatures[0].MemberId);
        var content = inForce.Content.Clone();
        content.Title += ", next year";
        var proposed = await callers.Services.Curricula.ProposeCurriculumAsync(
            new ProposeCurriculumRequest { Content = content, Office = Office.Privacy }, callers.As(Role.PrivacyOfficer, officer.Id));
        var refused = await Assert.ThrowsAsync<Grpc.Core.RpcException>(async () => await callers.Services.Curricula.ApproveCurriculumAsync(
            new ApproveCurriculumRequest { CurriculumId = proposed.CurriculumId, Version = proposed.Version, ContentHash = proposed.ContentHash, Office = Office.Security },
            callers.As(Role.SecurityOfficer, officer.Id)));
        Assert.Equal(Grpc.Core.StatusCode.PermissionDenied, refused.StatusCode);
        Assert.Contains("two human beings", refused.Status.Detail, StringComparison.Ordinal);
    }
}
