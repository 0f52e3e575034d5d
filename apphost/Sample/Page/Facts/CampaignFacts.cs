using Training.AppHost.Sample.Story;
using Training.Completions.V1;
using Training.Curricula.V1;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>Every campaign and how far it is, newest first.</summary>
internal sealed record CampaignFacts(IReadOnlyList<(Campaign Campaign, Audience Audience, CampaignProgress Progress)> Campaigns)
{
    public static async Task<CampaignFacts?> ReadAsync(Stage stage)
    {
        var auditor = People.Auditor(People.Hospital);
        var campaigns = await CurriculumShelf.CampaignsAsync(stage, auditor);
        campaigns.Reverse();
        var audiences = (await CurriculumShelf.ReadAsync(stage, auditor)).ToDictionary(version => (version.CurriculumId, version.Version), version => version.Content.Audience);
        var progress = new List<(Campaign, Audience, CampaignProgress)>();
        foreach (var campaign in campaigns)
        {
            progress.Add((campaign, audiences[(campaign.CurriculumId, campaign.Version)], await stage.Services.Assignments.GetCampaignProgressAsync(
                new GetCampaignProgressRequest { CampaignId = campaign.Id }, stage.As(auditor))));
        }

        return campaigns.Count == 0 ? null : new CampaignFacts(progress);
    }
}
