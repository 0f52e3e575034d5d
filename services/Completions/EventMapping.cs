using Google.Protobuf.WellKnownTypes;
using NodaTime.Text;
using Training.Curricula.V1;
using Training.Hosting;
using Training.Sanctions.V1;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.Completions;

/// <summary>Other services' events in this service's words.</summary>
internal static class EventMapping
{
    public static RosterMember ToRosterMember(this Member member) => new()
    {
        Id = MemberId.Parse("members.id", member.Id),
        Constituency = (int)member.Constituency,
        JobRole = member.JobRole,
        Site = member.Site,
        Department = member.Department,
        Manager = member.ManagerId == "" ? null : MemberId.Parse("members.manager_id", member.ManagerId),
        TimeZone = member.TimeZone,
        PhiExposure = (int)member.PhiExposure,
        EphiAccess = member.EphiAccess,
        Present = member.Status is MemberStatus.Active or MemberStatus.OnLeave,
        Version = member.Version,
    };

    public static Duty ToDuty(this CampaignLaunched launched, OrganisationId organisation) => Duty.Campaign(
        organisation,
        DutyId.Parse("campaign_id", launched.CampaignId),
        launched.Title,
        CurriculumId.Parse("curriculum_id", launched.CurriculumId),
        launched.CurriculumVersion,
        launched.ScenarioIds.Select(id => ScenarioId.Parse("scenario_ids", id)),
        launched.Audience?.ToAudience() ?? Audience.Everybody,
        LocalDatePattern.Iso.Parse(launched.DueOn).Value,
        InstantOf(launched.Launched));

    public static Duty ToDuty(this RemediationOrdered ordered, OrganisationId organisation) => Duty.Remediation(
        organisation,
        DutyId.Parse("remediation_id", ordered.RemediationId),
        ordered.Title,
        MemberId.Parse("member_id", ordered.MemberId),
        ScenarioId.Parse("scenario_id", ordered.ScenarioId),
        LocalDatePattern.Iso.Parse(ordered.DueOn).Value,
        InstantOf(ordered.Ordered));

    public static Cancellation ToCancellation(this CampaignCancelled cancelled, OrganisationId organisation) => new()
    {
        Organisation = organisation,
        Duty = DutyId.Parse("campaign_id", cancelled.CampaignId),
        Reason = cancelled.Reason,
        At = InstantOf(cancelled.Cancelled),
    };

    public static Attempt ToAttempt(this RunFinished run, OrganisationId organisation) => new()
    {
        Organisation = organisation,
        Run = RunId.Parse("run_id", run.RunId),
        Member = MemberId.Parse("member_id", run.MemberId),
        Scenario = ScenarioId.Parse("scenario_id", run.ScenarioId),
        ScenarioVersion = run.ScenarioVersion,
        ScenarioTitle = run.ScenarioTitle,
        Passed = run.Passed,
        Finished = InstantOf(run.Finished),
        EvidenceHash = run.EvidenceHash.ToByteArray(),
    };

    private static Audience ToAudience(this Curricula.V1.Audience audience) => new(
        [.. audience.PhiExposures.Select(value => (int)value)],
        [.. audience.Constituencies.Select(value => (int)value)],
        audience.JobRoles,
        audience.Sites,
        audience.EphiAccessOnly);

    // As it will be stored: what is compared before and after it was must come out alike.
    private static DateTimeOffset InstantOf(Timestamp told)
    {
        var instant = told.ToDateTimeOffset();
        return instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
