using HotChocolate.Types.Relay;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Building;

public sealed class NodeTests
{
    [Fact]
    public async Task A_query_that_finds_nodes_is_a_field_and_takes_a_global_id()
    {
        await using var server = Server(new WardCalls());

        Assert.Contains("  ward(id: ID!): Ward\n", server.Sdl, StringComparison.Ordinal);
        Assert.Contains("type Ward implements Node {", server.Sdl, StringComparison.Ordinal);
        Assert.Equal(
            """{"data":{"ward":{"id":"3","nextId":"4","next":{"id":"4"}}}}""",
            (await server.AskAsync($$"""{ ward(id: "{{Id(3)}}") { id nextId next { id } } }""")).Replace(Id(3), "3", StringComparison.Ordinal).Replace(Id(4), "4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_nodes_are_one_call_and_what_they_lead_to_is_another()
    {
        var calls = new WardCalls();
        await using var server = Server(calls);

        var answer = await server.AskAsync(
            "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Ward { next { id } } } }", $$"""{"ids":["{{Id(1)}}","{{Id(2)}}","{{Id(1)}}","{{Id(12)}}"]}""");

        Assert.Equal(
            """{"data":{"nodes":[{"id":"1","next":{"id":"2"}},{"id":"2","next":{"id":"3"}},{"id":"1","next":{"id":"2"}},null]}}""",
            Enumerable.Range(1, 3).Aggregate(answer, (text, ward) => text.Replace(Id(ward), $"{ward}", StringComparison.Ordinal)));
        Assert.Equal(["1 2 12", "3"], calls.Calls);
    }

    [Theory]
    [InlineData("V2FyZDoz")]
    [InlineData("VGhpbmc6Pz8_")]
    public void An_id_is_read_as_other_servers_write_it(string id) =>
        Assert.Equal(id == "V2FyZDoz" ? "3" : "???", GlobalId.Decode(id, type: null, typeof(string)));

    [Fact]
    public void An_id_leads_back_to_its_value_whatever_it_is()
    {
        object[] values = [Guid.Parse("0193e2a0-7c1b-7f00-8000-0123456789ab"), "a:b ü", new string('x', 1000), 7, long.MinValue];

        foreach (var value in values)
        {
            var id = GlobalId.Encode(GlobalId.PrefixOf("Member"), value);
            Assert.Equal("Member", GlobalId.TypeOf(id));
            Assert.Equal(value, GlobalId.Decode(id, "Member", value.GetType()));
        }
    }

    private static string Id(int ward) => GlobalId.Encode(GlobalId.PrefixOf("Ward"), ward);

    private static TestServer Server(WardCalls calls) => TestServer.Of(
        graphQL => graphQL.AddTypes(typeof(WardQueries), typeof(WardNode)).AddGlobalObjectIdentification(), services => services.AddSingleton(calls));
}
