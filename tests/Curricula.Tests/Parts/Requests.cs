using Training.Curricula.V1;
using WireOffice = Training.Workforce.V1.Office;

namespace Training.Curricula.Tests;

internal static class Requests
{
    public static ProposeCurriculumRequest Propose(V1.CurriculumContent? content = null, WireOffice office = WireOffice.Privacy) =>
        new() { Content = content ?? Contents.Refresher(), Office = office };

    public static ApproveCurriculumRequest Approve(V1.CurriculumVersion version, WireOffice office = WireOffice.Security) =>
        new() { CurriculumId = version.CurriculumId, Version = version.Version, ContentHash = version.ContentHash, Office = office };

    public static DeclineCurriculumRequest Decline(V1.CurriculumVersion version, string reason = "Too short for the night shift.") =>
        new() { CurriculumId = version.CurriculumId, Version = version.Version, Reason = reason };

    public static LaunchCampaignRequest Launch(V1.CurriculumVersion version, string title = "Refresher", string? dueOn = null) =>
        new() { CurriculumId = version.CurriculumId, Version = version.Version, Title = title, DueOn = dueOn ?? Dates.In(30) };
}
