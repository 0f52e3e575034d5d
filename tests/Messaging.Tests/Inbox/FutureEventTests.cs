using System.Text.Json.Nodes;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class FutureEventTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_takes_effect_when_its_data_and_its_envelope_have_fields_from_the_future(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var envelope = Deliveries.SuggestionMade(People.Hospital);
        envelope["futureattribute"] = "later";
        envelope["data"]!["invented"] = new JsonObject { ["deep"] = new JsonArray(1, "two", null) };
        envelope["data"]!["weight"] = 1.5;

        Assert.Equal(Delivered.Acknowledged, await house.Only.DeliverAsync(envelope));

        Assert.Equal(1, (await house.Only.TallyAsync()).Made);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Event_is_acknowledged_and_ignored_when_its_type_is_from_the_future(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var envelope = Deliveries.SuggestionMade(People.Hospital);
        envelope["type"] = "training.reference.v1.SuggestionPraised";

        Assert.Equal(Delivered.Acknowledged, await house.Only.DeliverAsync(envelope));

        Assert.Equal(0, (await house.Only.TallyAsync()).Made);
        Assert.Empty(await house.Only.RowsAsync<InboxRow>());
        Assert.Empty(await house.Only.RowsAsync<DeadLetterRow>());
    }
}
