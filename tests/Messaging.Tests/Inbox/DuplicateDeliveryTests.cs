using FsCheck;
using FsCheck.Fluent;
using Training.Hosting;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class DuplicateDeliveryTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_takes_effect_once_when_it_is_delivered_fifty_times_at_once(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var envelope = Deliveries.SuggestionMade(People.Hospital);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => house.Only.DeliverAsync(envelope)));

        Assert.All(answers, answer => Assert.Equal(Delivered.Acknowledged, answer));
        Assert.Equal(1, (await house.Only.TallyAsync()).Made);
        Assert.Single(await house.Only.RowsAsync<InboxRow>());
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Events_that_differ_in_source_or_organisation_each_take_effect_when_their_ids_are_the_same(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var first = Deliveries.SuggestionMade(People.Hospital, "1");
        var otherSource = Deliveries.SuggestionMade(People.Hospital, "1");
        otherSource["source"] = "somebody else";
        var otherOrganisation = Deliveries.SuggestionMade(People.Clinic, "1");

        foreach (var envelope in new[] { first, otherSource, otherOrganisation })
            Assert.Equal(Delivered.Acknowledged, await house.Only.DeliverAsync(envelope));

        Assert.Equal(2, (await house.Only.TallyAsync(People.Hospital)).Made);
        Assert.Equal(1, (await house.Only.TallyAsync(People.Clinic)).Made);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Events_come_to_the_same_tally_when_they_are_delivered_in_any_order_and_any_number_of_times(string provider)
    {
        await using var house = await House.StartAsync(provider);
        // Each number stands for an event: an even one was made, an odd one accepted.
        var deliveries = Gen.Choose(0, 9).NonEmptyListOf().Resize(30);

        await Task.Run(() => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(LongRun.Count(25, 1_000)),
            Prop.ForAll(deliveries.ToArbitrary(), numbers => TallyIsOfTheSetAsync(house.Only, [.. numbers]).GetAwaiter().GetResult())));
    }

    private static async Task<bool> TallyIsOfTheSetAsync(RunningService service, int[] numbers)
    {
        var organisation = new OrganisationId(Guid.CreateVersion7());
        // Half of them at once, half of them one after the other.
        var atOnce = numbers.Take(numbers.Length / 2).Select(number => service.DeliverAsync(Numbered(number, organisation)));
        await Task.WhenAll(atOnce);
        foreach (var number in numbers.Skip(numbers.Length / 2))
            await service.DeliverAsync(Numbered(number, organisation));

        var tally = await service.TallyAsync(organisation);
        var distinct = numbers.Distinct().ToList();
        return (tally.Made, tally.Accepted) == (distinct.Count(IsMade), distinct.Count(n => !IsMade(n)));
    }

    private static bool IsMade(int number) => number % 2 == 0;

    private static System.Text.Json.Nodes.JsonObject Numbered(int number, OrganisationId organisation) => IsMade(number)
        ? Deliveries.Envelope(new SuggestionMade { SuggestionId = $"{number}", Text = "x" }, organisation, $"{number}")
        : Deliveries.Envelope(new SuggestionAccepted { SuggestionId = $"{number}", Version = 2 }, organisation, $"{number}");
}
