using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Training.Hosting;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class UnreadableDeliveryTests
{
    private const string DeadLetters = "suggestions.dead-letters";

    /// <summary>What can never be read, and whose it is as far as that can be told.</summary>
    private static readonly (string What, byte[] Body, OrganisationId Organisation)[] Unreadable =
    [
        ("nothing", [], OrganisationId.Installation),
        ("half of a JSON text", "{\"id\":"u8.ToArray(), OrganisationId.Installation),
        ("two JSON texts", "{}{}"u8.ToArray(), OrganisationId.Installation),
        ("an array", "[]"u8.ToArray(), OrganisationId.Installation),
        ("a text", "\"hello\""u8.ToArray(), OrganisationId.Installation),
        ("too deep", Encoding.UTF8.GetBytes(new string('[', 5_000)), OrganisationId.Installation),
        ("no id", Changed(e => e.Remove("id")), People.Hospital),
        ("an empty id", Changed(e => e["id"] = ""), People.Hospital),
        ("a number as id", Changed(e => e["id"] = 17), People.Hospital),
        ("an id longer than any key", Changed(e => e["id"] = LongText()), People.Hospital),
        ("half of a surrogate pair in the id", Spoilt("ID", @"\ud800"), People.Hospital),
        ("no UTF-8 in the id", Spoilt("ID", [0xC3, 0x28]), People.Hospital),
        ("no source", Changed(e => e.Remove("source")), People.Hospital),
        ("a source longer than any key", Changed(e => e["source"] = LongText()), People.Hospital),
        ("no type", Changed(e => e.Remove("type")), People.Hospital),
        ("no organisation", Changed(e => e.Remove(EventEnvelope.OrganisationAttribute)), OrganisationId.Installation),
        ("an organisation that is none", Changed(e => e[EventEnvelope.OrganisationAttribute] = "the hospital"), OrganisationId.Installation),
        ("no data", Changed(e => e.Remove("data")), People.Hospital),
        ("a text as data", Changed(e => e["data"] = "hello"), People.Hospital),
        ("data in base64 that is none", Changed(e => (e["data_base64"], _) = ("%%%", e.Remove("data"))), People.Hospital),
        ("data of another shape", Changed(e => e["data"] = new JsonObject { ["suggestionId"] = new JsonArray(1, 2) }), People.Hospital),
        ("half of a surrogate pair in the data", Spoilt("TEXT", @"\ud800"), People.Hospital),
        ("no UTF-8 in the data", Spoilt("TEXT", [0xC3, 0x28]), People.Hospital),
    ];

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Delivery_is_dropped_and_leaves_no_effect_when_it_can_never_be_read(string provider)
    {
        await using var house = await House.StartAsync(provider);

        foreach (var (what, body, _) in Unreadable)
            Assert.Equal((what, Delivered.Unreadable), (what, await house.Only.DeliverAsync(body)));

        Assert.Empty(await house.Only.RowsAsync<InboxRow>());
        Assert.Equal(0, (await house.Only.TallyAsync()).Made);
        Assert.Equal(Delivered.Acknowledged, await house.Only.DeliverAsync(Deliveries.SuggestionMade(People.Hospital)));
        Assert.Equal(1, (await house.Only.TallyAsync()).Made);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Dead_letter_is_kept_once_with_its_reason_and_its_organisation_when_it_is_delivered_again_and_again(string provider)
    {
        await using var house = await House.StartAsync(provider);
        using var counters = new Counters(house.Only);

        foreach (var (what, body, _) in Unreadable)
        {
            for (var time = 0; time < 2; time++)
                Assert.Equal((what, Delivered.Acknowledged), (what, await house.Only.DeliverAsync(body, topic: DeadLetters)));
        }

        var letters = (await house.Only.RowsAsync<DeadLetterRow>()).OrderBy(letter => letter.Id).ToList();
        Assert.Equal(Unreadable.Select(u => u.Organisation), letters.Select(letter => letter.Organisation));
        Assert.All(letters, letter => Assert.NotEmpty(letter.Reason));
        Assert.All(letters.Zip(Unreadable), pair => Assert.Equal(Encoding.UTF8.GetString(pair.Second.Body), pair.First.Envelope));
        Assert.Equal(Unreadable.Length, counters["training.dead_letters"]);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Delivery_is_refused_and_leaves_nothing_when_it_does_not_carry_the_sidecars_token(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var envelope = Encoding.UTF8.GetBytes(Deliveries.SuggestionMade(People.Hospital).ToJsonString());

        foreach (var token in new[] { null, "", "wrong", Deliveries.Token + "!", Deliveries.Token[..^1] })
        {
            foreach (var topic in new[] { Deliveries.Topic, DeadLetters })
                Assert.Equal(HttpStatusCode.Unauthorized, (await house.Only.DeliverAsync(envelope, token, topic)).Status);
        }

        Assert.Empty(await house.Only.RowsAsync<InboxRow>());
        Assert.Empty(await house.Only.RowsAsync<DeadLetterRow>());
        Assert.Equal(0, (await house.Only.TallyAsync()).Made);
    }

    private static byte[] Changed(Action<JsonObject> change)
    {
        var envelope = Deliveries.SuggestionMade(People.Hospital);
        change(envelope);
        return Encoding.UTF8.GetBytes(envelope.ToJsonString());
    }

    private static byte[] Spoilt(string where, string with) => Spoilt(where, Encoding.UTF8.GetBytes(with));

    private static byte[] Spoilt(string where, byte[] with)
    {
        var envelope = Deliveries.SuggestionMade(People.Hospital, $"{Guid.CreateVersion7()} ID");
        envelope["data"]!["text"] = "here is the TEXT";
        var body = Encoding.UTF8.GetBytes(envelope.ToJsonString());
        var at = body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(where + "\""));
        return [.. body[..at], .. with, .. body[(at + where.Length)..]];
    }

    // Nothing that a database could compress into an index.
    private static string LongText() => string.Concat(Enumerable.Range(0, 1_000).Select(_ => Guid.CreateVersion7().ToString("N")));
}
