using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Building;

public sealed class SubscriptionTests
{
    [Fact]
    public async Task Only_what_makes_values_is_a_field()
    {
        await using var server = Server();

        Assert.Equal(["ticks", "later", "soon"], server.Schema.Subscription!.Fields.Select(field => field.Name));
        Assert.Equal(["to: Int!", "name: String!"], server.Schema.Subscription.Find("ticks")!.Arguments.Select(argument => $"{argument.Name}: {argument.Type}"));
    }

    [Fact]
    public async Task Every_event_is_an_answer()
    {
        await using var server = Server();

        Assert.Equal(
            ["""{"data":{"ticks":{"number":1,"name":"tick of 2"}}}""", """{"data":{"ticks":{"number":2,"name":"tick of 2"}}}"""],
            await server.WatchAsync("subscription { ticks(to: 2) { number name } }"));
    }

    [Theory]
    [InlineData("later")]
    [InlineData("soon")]
    public async Task Events_may_be_promised(string field)
    {
        await using var server = Server();

        Assert.Equal([$$$"""{"data":{"{{{field}}}":"one"}}""", $$$"""{"data":{"{{{field}}}":"two"}}"""], await server.WatchAsync($$"""subscription { {{field}} }"""));
    }

    private static TestServer Server() => TestServer.Of(graphQL => graphQL.AddTypes(typeof(ClockSubscriptions), typeof(NothingQueries)));
}
