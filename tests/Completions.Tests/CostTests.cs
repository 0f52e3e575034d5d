using Training.Completions.V1;
using Training.Contracts;

namespace Training.Completions.Tests;

/// <summary>What is asked of the database does not depend on how many people or assignments there are.</summary>
public sealed class CostTests
{
    private readonly Guid _fax = Told.Id();

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Launch_and_roster_change_take_as_many_statements_for_500_people_as_for_one(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        await service.DeliverAsync(Told.Launched(Told.Id(), [_fax]));

        var one = await Statements.OfAsync(service, () => service.DeliverAsync(Told.Members(Told.Member("first"))));
        var launchForOne = await Statements.OfAsync(service, () => service.DeliverAsync(Told.Launched(Told.Id(), [_fax])));
        var many = await Statements.OfAsync(service, () => service.DeliverAsync(Told.Members(Enumerable.Range(0, 500).Select(number => Told.Member($"nurse {number}")))));
        var campaign = Told.Id();
        var launchForMany = await Statements.OfAsync(service, () => service.DeliverAsync(Told.Launched(campaign, [_fax])));

        Assert.InRange(one.Count, 4, 10);
        Assert.Equal(one.Count, many.Count);
        Assert.InRange(launchForOne.Count, 3, 10);
        Assert.Equal(launchForOne.Count, launchForMany.Count);
        Assert.Equal(501, (await service.ProgressAsync(campaign)).Assigned);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Page_takes_as_many_statements_for_200_assignments_as_for_one_and_a_duty_is_read_once(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var campaign = Told.Id();
        var names = Enumerable.Range(0, 200).Select(number => $"nurse {number}").ToArray();
        await service.DeliverAsync(Told.Members(names.Select(name => Told.Member(name))));
        await service.DeliverAsync(Told.Launched(campaign, [_fax, Told.Id()]));
        foreach (var name in names.Take(20))
            await service.DeliverAsync(Told.Run(name, _fax));

        var first = await Statements.OfAsync(service, () => PageAsync(1));
        var one = await Statements.OfAsync(service, () => PageAsync(1));
        var many = await Statements.OfAsync(service, () => PageAsync(200));
        var bare = await Statements.OfAsync(service, () => PageAsync(200, withoutItems: true));

        Assert.Equal((3, 2, 2, 1), (first.Count, one.Count, many.Count, bare.Count));

        async Task PageAsync(int size, bool withoutItems = false)
        {
            var page = await service.Assignments().ListAssignmentsAsync(
                new ListAssignmentsRequest { CampaignId = campaign.ToString(), PageSize = size, WithoutItems = withoutItems }, service.Call(Role.Hr));
            Assert.Equal(size, page.Assignments.Count);
        }
    }
}
