using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class EventFlowTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Suggest_is_counted_by_every_subscriber_when_the_event_has_arrived(string provider)
    {
        await using var house = await House.StartAsync(provider, ["suggestions", "listener"]);
        var service = house["suggestions"];

        var suggestion = await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "More chairs" }, service.Employee());

        Assert.Equal("More chairs", suggestion.Text);
        await Eventually.IsTrueAsync(async () => (await service.TallyAsync()).Made == 1, "the publisher subscribes too");
        await Eventually.IsTrueAsync(async () => (await house["listener"].TallyAsync()).Made == 1, "the listener has heard");
    }
}
