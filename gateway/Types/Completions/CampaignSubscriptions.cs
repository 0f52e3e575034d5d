using System.Runtime.CompilerServices;
using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Relay;
using Training.Completions.V1;

namespace Training.Gateway.Types;

[SubscriptionType]
internal static partial class CampaignSubscriptions
{
    /// <summary>A campaign's progress now and after every change.</summary>
    /// <param name="campaignId">Which campaign.</param>
    /// <param name="progress">The progress.</param>
    [Subscribe(With = nameof(WatchCampaignProgressAsync))]
    public static CampaignProgress CampaignProgress([ID<Campaign>] string campaignId, [EventMessage] CampaignProgress progress) => progress;

    internal static async IAsyncEnumerable<CampaignProgress> WatchCampaignProgressAsync(
        [ID<Campaign>] string campaignId, Assignments.AssignmentsClient assignments, [EnumeratorCancellation] CancellationToken ct)
    {
        using var watched = assignments.WatchCampaignProgress(new GetCampaignProgressRequest { CampaignId = campaignId }, cancellationToken: ct);
        while (await watched.ResponseStream.MoveNext(ct))
            yield return new CampaignProgress(watched.ResponseStream.Current);
    }
}
