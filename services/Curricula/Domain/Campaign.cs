using NodaTime;
using Training.Hosting;

namespace Training.Curricula;

/// <summary>A published version given to its audience until a due date.</summary>
internal sealed class Campaign
{
    public const int LongestReason = 500;

    public OrganisationId Organisation { get; private init; }

    public CampaignId Id { get; private init; }

    public CurriculumId CurriculumId { get; private init; }

    public int CurriculumVersion { get; private init; }

    public string Title { get; private init; } = "";

    public LocalDate DueOn { get; private init; }

    public DateTimeOffset Launched { get; private init; }

    public MemberId LaunchedBy { get; private init; }

    public DateTimeOffset? Cancelled { get; private set; }

    public string CancelledBecause { get; private set; } = "";

    /// <summary>Two cancellations at once: one of them comes too late.</summary>
    public long Revision { get; private set; }

    /// <summary>Which change of the organisation's record made it what it is.</summary>
    public long Change { get; private init; }

    public static Campaign Launch(CampaignId id, CurriculumVersion version, string title, LocalDate due, MemberId by, DateTimeOffset now)
    {
        if (due <= Days.LatestToday(now))
            throw new DueDateTooEarly(Days.LatestToday(now).PlusDays(1));
        return new Campaign
        {
            Organisation = version.Organisation,
            Id = id,
            CurriculumId = version.CurriculumId,
            CurriculumVersion = version.Number,
            Title = Line.Check("title", title, ContentRules.LongestTitle),
            DueOn = due,
            Launched = now,
            LaunchedBy = by,
        };
    }

    public void Cancel(string reason, DateTimeOffset now)
    {
        if (Cancelled is not null)
            throw new CampaignCancelledAlready(Id);
        CancelledBecause = Line.Check("reason", reason, LongestReason);
        Cancelled = now;
        Revision++;
    }
}
