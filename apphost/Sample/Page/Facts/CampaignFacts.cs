using Training.AppHost.Sample.GraphQL;
using Training.AppHost.Sample.Story;

namespace Training.AppHost.Sample.Page.Facts;

/// <summary>Every campaign and how far it is, newest first.</summary>
internal sealed record CampaignFacts(IReadOnlyList<CampaignFacts.Launched> Campaigns)
{
    private static readonly OperationFile Ask = OperationFile.Beside(nameof(CampaignFacts));

    public static async Task<CampaignFacts?> ReadAsync(Stage stage, CancellationToken ct) =>
        await stage.Gateway.AllAsync<Launched>(People.Auditor(People.Hospital), Ask["Campaigns"], null, ct) is { Count: > 0 } campaigns ? new CampaignFacts(campaigns) : null;

    /// <param name="Title">What it is called.</param>
    /// <param name="DueOn">By when it is to be done.</param>
    /// <param name="Curriculum">What it gives to whom.</param>
    /// <param name="Progress">None before Completions has heard of it.</param>
    internal sealed record Launched(string Title, string DueOn, ForWhom Curriculum, CampaignProgress? Progress);

    internal sealed record ForWhom(Audience Audience);
}
