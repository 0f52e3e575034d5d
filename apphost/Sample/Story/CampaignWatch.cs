using Training.AppHost.Sample.GraphQL;

namespace Training.AppHost.Sample.Story;

/// <summary>How far a campaign is.</summary>
internal sealed record CampaignProgress(long Assigned, long Started, long Completed);

/// <summary>Watches a campaign as an officer does.</summary>
internal static class CampaignWatch
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(CampaignWatch));

    /// <summary>Until the campaign is so far. Completions hears of it by event: before that there is nothing to watch.</summary>
    public static Task<CampaignProgress> UntilAsync(
        Stage stage, Persona officer, Campaign campaign, Func<CampaignProgress, bool> isSoFar, Func<CampaignProgress, string> howFar, CancellationToken ct) =>
        Waiting.AcceptedAsync(
            () => Waiting.UntilAsync(
                stop => stage.Gateway.WatchAsync<CampaignProgress>(officer, Ask["Progress"], new { campaign = campaign.Id }, stop), isSoFar, howFar, ct),
            ct);
}
