using FsCheck;
using FsCheck.Fluent;
using Training.Hosting;
using Training.Workforce.V1;

namespace Training.Completions.Tests;

public sealed class AudienceProperties
{
    private const int People = 80;

    private static readonly Gen<(Member[] Members, Curricula.V1.Audience Audience)> Cases =
        from members in Gen.CollectToArray(Enumerable.Range(0, People), number => Arbitrary.Member($"member {number}", version: 1))
        from audience in Arbitrary.Audience
        select (members, audience);

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Launch_assigns_exactly_those_whom_the_contract_names_whatever_the_audience(string provider)
    {
        await using var service = await CompletionsUnderTest.StartAsync(provider);
        var assigned = 0;
        await Task.Run(() => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(LongRun.Count(25, 5_000)),
            Prop.ForAll(Cases.ToArbitrary(), one => HoldsAsync(one.Members, one.Audience).GetAwaiter().GetResult())));
        Assert.True(assigned > 0);

        async Task<bool> HoldsAsync(Member[] members, Curricula.V1.Audience audience)
        {
            var (organisation, before, after) = (new OrganisationId(Guid.CreateVersion7()), Told.Id(), Told.Id());
            await service.DeliverAsync(Told.Launched(before, [Told.Id()], audience), organisation);
            await service.DeliverAsync(Told.Members(members), organisation);
            await service.DeliverAsync(Told.Launched(after, [Told.Id()], audience), organisation);

            var expected = members.Where(member => Oracle.IsFor(audience, member)).Select(member => member.Id).ToHashSet();
            assigned += expected.Count;
            return expected.SetEquals((await service.AssignmentsOfAsync(before, organisation)).Select(a => a.MemberId))
                && expected.SetEquals((await service.AssignmentsOfAsync(after, organisation)).Select(a => a.MemberId));
        }
    }
}
