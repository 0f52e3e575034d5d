using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Building;

public sealed class PagingTests
{
    [Fact]
    public async Task A_paged_field_is_a_connection()
    {
        await using var server = Server();

        Assert.Contains("freeRooms(", server.Sdl, StringComparison.Ordinal);
        Assert.Contains("): FreeRoomConnection!", server.Sdl, StringComparison.Ordinal);
        Assert.Equal(
            ["first: Int", "after: String", "last: Int", "before: String", "floor: String!"],
            server.Schema.Query!.Find("freeRooms")!.Arguments.Select(argument => $"{argument.Name}: {argument.Type}"));
        Assert.Equal(["first", "after"], server.Schema.Query!.Find("forwardRooms")!.Arguments.Select(argument => argument.Name));
        Assert.Equal("RoomConnection!", server.Schema.Query!.Find("forwardRooms")!.Type.ToString());
        Assert.Equal(
            ["pageInfo: PageInfo!", "edges: [FreeRoomEdge!]", "nodes: [Room!]", "totalCount: Int!"],
            ((HotChocolate.TypeSystem.ObjectType)server.Schema.Type("FreeRoomConnection")!).Fields.Select(field => $"{field.Name}: {field.Type}"));
    }

    [Theory]
    [InlineData("", "1 2 3 4 5 6 7 8 9 10", true, false)]
    [InlineData("(first: 3)", "1 2 3", true, false)]
    [InlineData("(first: 3, after: \"MA==\")", "2 3 4", true, true)]
    [InlineData("(last: 2)", "11 12", false, true)]
    [InlineData("(last: 2, before: \"Mg==\")", "1 2", true, false)]
    [InlineData("(first: 0)", "", true, false)]
    [InlineData("(first: 5, after: \"MTA=\")", "12", false, true)]
    [InlineData("(first: 5, after: \"OTk5OTk5OTk5\")", "", false, true)]
    public async Task A_whole_list_is_cut(string arguments, string numbers, bool hasNext, bool hasPrevious)
    {
        await using var server = Server();

        using var answer = System.Text.Json.JsonDocument.Parse(
            await server.AskAsync($$"""{ rooms{{arguments}} { nodes { number } totalCount pageInfo { hasNextPage hasPreviousPage } } }"""));

        var rooms = answer.RootElement.GetProperty("data").GetProperty("rooms");
        Assert.Equal(numbers, string.Join(' ', rooms.GetProperty("nodes").EnumerateArray().Select(room => room.GetProperty("number").GetInt32())));
        Assert.Equal(12, rooms.GetProperty("totalCount").GetInt32());
        Assert.Equal(hasNext, rooms.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.Equal(hasPrevious, rooms.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
    }

    [Fact]
    public async Task Following_the_cursors_meets_every_item_once()
    {
        await using var server = Server();
        List<int> met = [];
        for (string? after = null; ;)
        {
            using var answer = System.Text.Json.JsonDocument.Parse(await server.AskAsync(
                "query($after: String) { rooms(first: 5, after: $after, count: 23) { edges { cursor node { number } } pageInfo { hasNextPage endCursor } } }", $$"""{"after":{{(after is null ? "null" : $"\"{after}\"")}}}"""));
            var rooms = answer.RootElement.GetProperty("data").GetProperty("rooms");
            met.AddRange(rooms.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("number").GetInt32()));
            if (!rooms.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                break;
            after = rooms.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.Equal(Enumerable.Range(1, 23), met);
    }

    [Theory]
    [InlineData("{ freeRooms(floor: \"2\") { nodes { number } edges { cursor } } }", """{"data":{"freeRooms":{"nodes":[{"number":3},{"number":0}],"edges":[{"cursor":"2"},{"cursor":"0"}]}}}""")]
    [InlineData("{ freeRooms(floor: \"2\", first: 7) { totalCount nodes { number } } }", """{"data":{"freeRooms":{"totalCount":77,"nodes":[{"number":7},{"number":1}]}}}""")]
    public async Task A_resolver_is_told_its_page_and_whether_the_total_is_asked_for(string document, string answer)
    {
        await using var server = Server();

        Assert.Equal(answer, await server.AskAsync(document));
    }

    [Theory]
    [InlineData("{ rooms(first: 51) { totalCount } }", "HC0051")]
    [InlineData("{ rooms(last: 51) { totalCount } }", "HC0051")]
    [InlineData("{ freeRooms(first: 21, floor: \"2\") { totalCount } }", "HC0051")]
    [InlineData("{ rooms(first: -1) { totalCount } }", "HC0079")]
    [InlineData("{ rooms(after: \"nonsense\") { totalCount } }", "HC0078")]
    [InlineData("{ forwardRooms { nodes { number } } }", "HC0052")]
    public async Task A_page_that_cannot_be_given_is_refused(string document, string code)
    {
        await using var server = Server();

        Assert.Contains($"\"code\":\"{code}\"", await server.AskAsync(document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_defaults_are_the_applications()
    {
        await using var server = TestServer.Of(graphQL => graphQL.AddTypes(typeof(RoomQueries)).ModifyPagingOptions(paging => (paging.DefaultPageSize, paging.MaxPageSize) = (2, 4)));

        Assert.Equal("""{"data":{"rooms":{"nodes":[{"number":1},{"number":2}]}}}""", await server.AskAsync("{ rooms { nodes { number } } }"));
        Assert.Contains("at most 4", await server.AskAsync("{ rooms(first: 5) { nodes { number } } }"), StringComparison.Ordinal);
    }

    private static TestServer Server() => TestServer.Of(graphQL => graphQL.AddTypes(typeof(RoomQueries)));
}
