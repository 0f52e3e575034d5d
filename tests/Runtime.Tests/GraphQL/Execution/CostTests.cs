using System.Text.Json;
using HotChocolate.Execution;
using HotChocolate.TypeSystem;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Execution;

public sealed class CostTests
{
    // query root: 1 type. members: field cost 10, a connection whose edges and nodes are as many as asked for.
    private static readonly RequestExecutor Executor = Asked.Executor(Priced());

    [Theory]
    [InlineData("{ me { name } }", 10, 2)]
    [InlineData("{ members(first: 20) { nodes { name } } }", 11, 22)]
    [InlineData("{ members { nodes { name } } }", 11, 52)]
    [InlineData("{ members(first: 2) { nodes { friend { name } } edges { node { name } } } }", 34, 10)]
    public async Task Cost_is_the_work_and_the_objects(string query, double fields, double types)
    {
        using var answer = JsonDocument.Parse(await Executor.AskAsync(query, context: Asked.Context(cost: CostReport.Validate)));
        var cost = answer.RootElement.GetProperty("extensions").GetProperty("operationCost");
        Assert.Equal((fields, types), (cost.GetProperty("fieldCost").GetDouble(), cost.GetProperty("typeCost").GetDouble()));
        Assert.False(answer.RootElement.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Variables_are_priced_by_what_they_hold()
    {
        const string Query = "query($n: Int) { members(first: $n) { nodes { friend { name } } } }";
        Assert.StartsWith("""{"data":""", await Executor.AskAsync(Query, """{"n":5}"""), StringComparison.Ordinal);
        using var refused = JsonDocument.Parse(await Executor.AskAsync(Query, """{"n":500}"""));
        Assert.False(refused.RootElement.TryGetProperty("data", out _));
        Assert.StartsWith("""{"data":""", await Executor.AskAsync(Query, """{"n":6}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_costs_too_much_is_refused_by_the_name_of_the_field_that_makes_it_dear()
    {
        using var answer = JsonDocument.Parse(await Executor.AskAsync("{ me { name } members(first: 50) { edges { node { friends { friend { name } } } } } }"));
        var error = answer.RootElement.GetProperty("errors")[0];
        Assert.Equal("HC0047", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("members.edges.node.friends", error.GetProperty("extensions").GetProperty("field").GetString());
        Assert.Contains("members.edges.node.friends", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.True(error.GetProperty("extensions").GetProperty("fieldCost").GetDouble() > error.GetProperty("extensions").GetProperty("maxFieldCost").GetDouble());
    }

    [Fact]
    public async Task The_report_comes_with_the_data()
    {
        var answer = await Executor.AskAsync("{ me { name } }", context: Asked.Context(cost: CostReport.Report));
        Assert.Equal("""{"data":{"me":null},"extensions":{"operationCost":{"fieldCost":10,"typeCost":2}}}""", answer);
    }

    private static Schema Priced()
    {
        var name = new Field("name", null, [], SpecifiedScalars.String, null) { Resolver = Asked.Method(_ => "n") };
        var person = new ObjectType("Person", null, typeof(object));
        var friend = new Field("friend", null, [], person, null) { Resolver = Asked.Method(_ => null), Cost = 10 };
        var friends = new Field("friends", null, [], new ListType(person), null) { Resolver = Asked.Method(_ => null), Cost = 10, ListSize = new ListSize(20, [], []) };
        person.Complete([name, friend, friends], []);
        var edge = new ObjectType("Edge", null, typeof(object));
        edge.Complete([new Field("node", null, [], person, null) { Resolver = Asked.Method(_ => null) }], []);
        var connection = new ObjectType("Connection", null, typeof(object));
        connection.Complete(
            [
                new Field("nodes", null, [], new ListType(person), null) { Resolver = Asked.Method(_ => null) },
                new Field("edges", null, [], new ListType(edge), null) { Resolver = Asked.Method(_ => null) },
            ],
            []);
        var first = new InputValue("first", null, SpecifiedScalars.Int, null, null);
        var query = new ObjectType("Query", null);
        query.Complete(
            [
                new Field("me", null, [], person, null) { Resolver = Asked.Method(_ => null), Cost = 10 },
                new Field("members", null, [first], connection, null)
                {
                    Resolver = Asked.Method(_ => null), Cost = 10, ListSize = new ListSize(50, ["first"], ["edges", "nodes"]),
                },
            ],
            []);
        return new Schema([.. SpecifiedScalars.All, person, edge, connection, query], SpecifiedDirectives.All, query, null, null);
    }
}
