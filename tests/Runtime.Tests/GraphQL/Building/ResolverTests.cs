using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Building;

public sealed class ResolverTests
{
    [Fact]
    public async Task Properties_extensions_and_arguments_are_resolved()
    {
        await using var server = Server();

        var answer = await server.AskAsync("{ members(state: IN_PROGRESS) { name email state since sortName reports(above: \"!\") } }");

        Assert.Equal(
            """{"data":{"members":[{"name":"Ben Bauer","email":null,"state":"IN_PROGRESS","since":"2024-02-29","sortName":"Bauer, Ben","reports":["Ben Bauer!","True"]}]}}""",
            answer);
    }

    [Fact]
    public async Task A_default_holds_where_an_argument_is_not_given()
    {
        await using var server = Server();

        Assert.Equal("""{"data":{"members":[{"name":"Anna Ahrens"}]}}""", await server.AskAsync("{ members(atMost: 1) { name } }"));
        Assert.Equal("""{"data":{"members":[{"name":"Anna Ahrens"},{"name":"Ben Bauer"}]}}""", await server.AskAsync("{ members { name } }"));
    }

    [Fact]
    public async Task An_id_leads_back_to_its_object()
    {
        await using var server = Server();
        var id = await IdOf(server, "Ben Bauer");

        Assert.Equal(
            """{"data":{"member":{"name":"Ben Bauer"},"node":{"__typename":"Member","name":"Ben Bauer"},"nodes":[{"name":"Ben Bauer"},null]}}""",
            await server.AskAsync(
                "query($id: ID!, $nobody: ID!) { member(id: $id) { name } node(id: $id) { __typename ... on Member { name } } nodes(ids: [$id, $nobody]) { ... on Member { name } } }",
                $$"""{"id":"{{id}}","nobody":"{{HotChocolate.Types.Relay.GlobalId.Encode(HotChocolate.Types.Relay.GlobalId.PrefixOf("Member"), Guid.Empty)}}"}"""));
    }

    [Fact]
    public async Task A_reference_to_another_object_is_its_id()
    {
        await using var server = Server();
        var id = await IdOf(server, "Anna Ahrens");

        Assert.Equal($$$"""{"data":{"members":[{"managerId":null},{"managerId":"{{{id}}}"}]}}""", await server.AskAsync("{ members { managerId } }"));
    }

    [Theory]
    [InlineData("nonsense", "is no ID of this server")]
    [InlineData("Q2FzZTox", "is that of a Case; give the ID of a Member")]
    [InlineData("TWVtYmVyOjE=", "holds no value of its type")]
    public async Task A_wrong_id_is_refused_with_what_to_do(string id, string complaint)
    {
        await using var server = Server();

        var answer = await server.AskAsync($$"""{ member(id: "{{id}}") { name } }""");

        Assert.Contains(complaint, answer, StringComparison.Ordinal);
        Assert.Contains("\"data\":{\"member\":null}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_nodes_a_wrong_one_fails_alone()
    {
        await using var server = Server();
        var id = await IdOf(server, "Ben Bauer");

        var answer = await server.AskAsync($$"""{ nodes(ids: ["{{id}}", "nonsense", "{{id}}"]) { ... on Member { name reports } } }""");

        Assert.Contains("""{"nodes":[{"name":"Ben Bauer","reports":["Ben Bauer","True"]},null,{"name":"Ben Bauer","reports":["Ben Bauer","True"]}]""", answer, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"nodes\",1]", answer, StringComparison.Ordinal);
        Assert.Contains("is no ID of this server", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_nodes_than_a_batch_are_refused()
    {
        await using var server = Server();

        var answer = await server.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", $$"""{"ids":[{{string.Join(',', Enumerable.Repeat("\"eDox\"", 51))}}]}""");

        Assert.Contains("at most 50", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_caller_and_what_is_selected_reach_the_resolver()
    {
        await using var server = TestServer.Of(graphQL => graphQL.AddTypes(typeof(CallerQueries)));
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim("org", "mercy")]));

        Assert.Equal(
            """{"data":{"a":{"organisation":"mercy","isAsked":true,"again":true},"b":{"organisation":"mercy"}}}""",
            await server.AskAsync("{ a: caller { organisation isAsked again: isAsked } b: caller { organisation } }", user: user));
    }

    private static TestServer Server() => TestServer.Of(
        graphQL => graphQL.AddTypes(typeof(MemberQueries), typeof(MemberNode)).AddGlobalObjectIdentification(), services => services.AddSingleton<Hospital>());

    private static async Task<string> IdOf(TestServer server, string name)
    {
        using var answer = System.Text.Json.JsonDocument.Parse(await server.AskAsync("{ members { id name } }"));
        return answer.RootElement.GetProperty("data").GetProperty("members").EnumerateArray()
            .Single(member => member.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;
    }
}
