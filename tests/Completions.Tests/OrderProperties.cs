using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Training.Curricula.V1;
using Training.Hosting;
using Training.Sanctions.V1;
using Training.Scenarios.V1;
using Training.Workforce.V1;

namespace Training.Completions.Tests;

/// <summary>Events come in any order and any number of times; what is owed in the end is what one would reckon from all of them together.</summary>
public sealed class OrderProperties
{
    private static readonly string[] Names = ["ann", "bob", "cy"];
    private static readonly Guid[] Scenarios = [Told.Id(), Told.Id()];

    private static readonly Gen<MembersChanged[]> Histories = Gen.CollectToArray(
        from name in Names from version in Enumerable.Range(1, 3) select (name, version),
        of => Arbitrary.Member(of.name, of.version).Select(member => Told.Members(member)));

    private static readonly Gen<CampaignLaunched[]> Campaigns = Gen.CollectToArray(Enumerable.Range(0, 3), _ =>
        from audience in Gen.OneOf(Arbitrary.Audience, Gen.Constant(new Curricula.V1.Audience()))
        from scenarios in Gen.Elements<Guid[]>([Scenarios[0]], [Scenarios[1]], Scenarios)
        from minute in Gen.Elements(0, 20)
        from day in Gen.Choose(10, 28)
        select Told.Launched(Told.Id(), scenarios, audience, $"2090-02-{day}", Told.Launch.AddMinutes(minute)));

    private static readonly Gen<RemediationOrdered[]> Remediations = Gen.CollectToArray(Names, name =>
        from scenario in Gen.Elements(Scenarios)
        select Told.Remediation(Told.Id(), name, scenario));

    private static readonly Gen<RunFinished[]> Runs = Gen.ArrayOf(
        from name in Gen.Elements(Names)
        from scenario in Gen.Elements(Scenarios)
        from minute in Gen.Choose(-2, 40)
        from passed in Gen.Elements(true, true, false)
        select Told.Run(name, scenario, minute, passed)).Resize(8);

    private static readonly Gen<IMessage[]> Deliveries =
        from members in Histories
        from campaigns in Campaigns
        from cancelled in Gen.Choose(0, 2)
        from remediations in Remediations
        from runs in Runs
        let all = (IMessage[])[.. members, .. campaigns, Told.Cancelled(Guid.Parse(campaigns[cancelled].CampaignId)), .. remediations, .. runs]
        from twice in Gen.SubListOf(all)
        from order in Gen.Shuffle<IMessage>([.. all, .. twice.Take(5)])
        select order;

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task What_is_owed_and_done_equals_a_full_reckoning_whatever_the_order(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await Task.Run(() => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(LongRun.Count(10, 1_000)),
            Prop.ForAll(Deliveries.ToArbitrary(), order => HoldsAsync(service, order).GetAwaiter().GetResult())));
    }

    private static async Task<bool> HoldsAsync(ServiceUnderTest service, IMessage[] order)
    {
        var organisation = new OrganisationId(Guid.CreateVersion7());
        // Half of them at once, half of them one after the other.
        await Task.WhenAll(order.Take(order.Length / 2).Select(happened => service.DeliverAsync(happened, organisation)));
        foreach (var happened in order.Skip(order.Length / 2))
            await service.DeliverAsync(happened, organisation);

        var reckoning = Reckoning.Of(order);
        List<V1.Assignment> assignments = [];
        foreach (var duty in reckoning.Duties)
            assignments.AddRange(await service.AssignmentsOfAsync(duty, organisation));
        var open = assignments.Where(a => a.State is V1.AssignmentState.Open or V1.AssignmentState.Overdue)
            .Select(a => (a.SourceId, a.MemberId, a.Due.ToDateTimeOffset())).Order().ToList();
        var done = assignments.Where(a => a.State == V1.AssignmentState.Completed).Select(a => (a.SourceId, a.MemberId)).Order().ToList();
        var ledger = (await service.LedgerAsync(organisation)).Select(c => (c.SourceId, c.MemberId)).Order().ToList();

        Assert.Equal(reckoning.Open, open);
        Assert.Equal(done, ledger);
        // Who was done in time and then left keeps it, and whether they were is a matter of order.
        Assert.Subset(done.ToHashSet(), reckoning.Done);
        Assert.Superset(done.ToHashSet(), reckoning.EverDone);
        return true;
    }
}
