using Google.Protobuf;
using NodaTime.Text;
using Training.Curricula.V1;
using Training.Sanctions.V1;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.Completions.Tests;

/// <summary>What follows from events, reckoned from all of them together: nothing here knows their order.</summary>
internal sealed record Reckoning(
    IReadOnlyList<Guid> Duties,
    IReadOnlyList<(string Duty, string Member, DateTimeOffset Due)> Open,
    HashSet<(string Duty, string Member)> Done,
    HashSet<(string Duty, string Member)> EverDone)
{
    public static Reckoning Of(IReadOnlyCollection<IMessage> happened)
    {
        var members = happened.OfType<MembersChanged>().SelectMany(changed => changed.Members)
            .GroupBy(member => member.Id).Select(same => same.MaxBy(member => member.Version)!).ToList();
        var runs = happened.OfType<RunFinished>().Where(run => run.Passed).ToList();
        var cancelled = happened.OfType<CampaignCancelled>().Select(one => one.CampaignId).ToHashSet();
        var duties = happened.OfType<CampaignLaunched>().DistinctBy(one => one.CampaignId)
            .Select(one => new Owed(
                one.CampaignId, one.ScenarioIds, one.Launched.ToDateTimeOffset(), one.DueOn,
                member => !cancelled.Contains(one.CampaignId) && Oracle.IsFor(one.Audience, member)))
            .Concat(happened.OfType<RemediationOrdered>().DistinctBy(one => one.RemediationId)
                .Select(one => new Owed(
                    one.RemediationId, [one.ScenarioId], one.Ordered.ToDateTimeOffset(), one.DueOn,
                    member => member.Id == one.MemberId && Oracle.IsPresent(member))))
            .ToList();
        var pairs = (from duty in duties from member in members select (Duty: duty, Member: member, IsDone: duty.IsDone(member, runs))).ToList();
        return new Reckoning(
            [.. duties.Select(duty => Guid.Parse(duty.Id))],
            [.. pairs.Where(p => p.Duty.IsFor(p.Member) && !p.IsDone).Select(p => (p.Duty.Id, p.Member.Id, p.Duty.DueFor(p.Member))).Order()],
            [.. pairs.Where(p => p.Duty.IsFor(p.Member) && p.IsDone).Select(p => (p.Duty.Id, p.Member.Id))],
            [.. pairs.Where(p => p.IsDone).Select(p => (p.Duty.Id, p.Member.Id))]);
    }

    private sealed record Owed(string Id, IReadOnlyList<string> Scenarios, DateTimeOffset Begun, string DueOn, Func<Member, bool> IsFor)
    {
        public bool IsDone(Member member, IEnumerable<RunFinished> passed) => Scenarios.All(scenario =>
            passed.Any(run => run.MemberId == member.Id && run.ScenarioId == scenario && run.Finished.ToDateTimeOffset() >= Begun));

        public DateTimeOffset DueFor(Member member) => Deadline.Of(LocalDatePattern.Iso.Parse(DueOn).Value, member.TimeZone);
    }
}
