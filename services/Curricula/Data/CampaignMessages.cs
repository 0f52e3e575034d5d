using Google.Protobuf.WellKnownTypes;
using NodaTime;
using NodaTime.Text;

namespace Training.Curricula;

internal static class CampaignMessages
{
    public static V1.Campaign ToMessage(this Campaign campaign) => new()
    {
        Id = campaign.Id.ToString(),
        CurriculumId = campaign.CurriculumId.ToString(),
        Version = campaign.CurriculumVersion,
        Title = campaign.Title,
        DueOn = campaign.DueOn.ToIso(),
        Launched = campaign.Launched.ToTimestamp(),
        LaunchedBy = campaign.LaunchedBy.ToString(),
        Cancelled = campaign.Cancelled?.ToTimestamp(),
        CancelledBecause = campaign.CancelledBecause,
    };

    public static string ToIso(this LocalDate date) => LocalDatePattern.Iso.Format(date);
}
