using HotChocolate.Types.Relay;
using V1 = Training.Completions.V1;

namespace Training.Gateway.Types;

/// <summary>How far a campaign is.</summary>
internal sealed class CampaignProgress(V1.CampaignProgress message)
{
    /// <summary>Whose progress it is.</summary>
    [ID<Campaign>]
    public string CampaignId => message.CampaignId;

    /// <summary>Who owes it or has done it; the closed ones are counted apart.</summary>
    public long Assigned => message.Assigned;

    /// <summary>Of them, with at least one attempt.</summary>
    public long Started => message.Started;

    /// <summary>Of them, who have done everything.</summary>
    public long Completed => message.Completed;

    /// <summary>Of them, who have not, although their due date is over.</summary>
    public long Overdue => message.Overdue;

    /// <summary>Assignments that were taken back.</summary>
    public long Closed => message.Closed;

    /// <summary>When this was counted.</summary>
    public DateTimeOffset At => message.At.ToDateTimeOffset();
}
