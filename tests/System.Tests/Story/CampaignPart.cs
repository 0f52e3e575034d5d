using Training.Completions.V1;
using Training.Contracts;
using Training.Curricula.V1;
using Training.Workforce.V1;

namespace Training.System.Tests.Story;

/// <summary>d. Everybody with PHI exposure, and nobody else, has exactly one assignment.</summary>
internal sealed class CampaignPart(Callers callers, List<Member> members)
{
    public async Task HoldsAsync()
    {
        var auditor = callers.As(Role.Auditor);
        var campaign = Assert.Single((await callers.Services.Campaigns.ListCampaignsAsync(new ListCampaignsRequest(), auditor)).Campaigns);
        var assignments = await Pages.AllAsync(
            token => callers.Services.Assignments.ListAssignmentsAsync(
                new ListAssignmentsRequest { CampaignId = campaign.Id, PageSize = Pages.Largest, PageToken = token }, auditor),
            page => page.Assignments,
            page => page.NextPageToken);
        var numberOf = members.ToDictionary(member => member.Id, member => member.EmployeeNumber);

        Assert.Equal(RosterFile.Read(RosterFile.Hospital[^1]).WithExposure.Order(), assignments.Select(assignment => numberOf[assignment.MemberId]).Order());
        Assert.All(assignments, assignment => Assert.Equal((campaign.DueOn, 6), (assignment.DueOn, assignment.Items.Count)));
        var progress = await callers.Services.Assignments.GetCampaignProgressAsync(new GetCampaignProgressRequest { CampaignId = campaign.Id }, auditor);
        Assert.Equal(assignments.Count, progress.Assigned);
    }
}
