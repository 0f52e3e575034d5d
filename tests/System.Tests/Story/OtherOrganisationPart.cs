using Training.Contracts;
using Training.Curricula.V1;
using Training.Sanctions.V1;
using Training.Scenarios.V1;

namespace Training.System.Tests.Story;

/// <summary>The clinic has its own people and its one scenario, and nothing of the hospital's.</summary>
internal sealed class OtherOrganisationPart(Callers callers)
{
    public async Task HoldsAsync()
    {
        var auditor = callers.As(Role.Auditor, organisation: Callers.Clinic);
        var hospital = (await callers.MembersAsync(Callers.Hospital)).Select(member => member.Id).ToHashSet();
        var clinic = await callers.MembersAsync(Callers.Clinic);
        Assert.InRange(clinic.Count, 5, 100);
        Assert.DoesNotContain(clinic, member => hospital.Contains(member.Id));
        Assert.Single((await callers.Services.Scenarios.ListScenariosAsync(new ListScenariosRequest(), auditor)).Scenarios);
        Assert.Empty((await callers.Services.Campaigns.ListCampaignsAsync(new ListCampaignsRequest(), auditor)).Campaigns);
        Assert.Empty((await callers.Services.Runs.ListRunsAsync(new ListRunsRequest(), auditor)).Runs);
        Assert.Empty((await callers.Services.Cases.ListCasesAsync(new ListCasesRequest(), auditor)).Cases);
    }
}
