using HotChocolate.TypeSystem;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Building;

public sealed class TypeTests
{
    private static readonly Type[] Types = [typeof(ShapeQueries), typeof(DerivedNode), typeof(Circle), typeof(Rectangle)];

    [Fact]
    public void Interfaces_and_unions_have_the_objects_that_implement_them()
    {
        var sdl = TestServer.SdlOf(Types);

        Assert.Contains("\"\"\"Has a name.\"\"\"\ninterface Named {\n  \"\"\"The name.\"\"\"\n  name: String!\n}", sdl, StringComparison.Ordinal);
        Assert.Contains("union Shape = Box | Circle", sdl, StringComparison.Ordinal);
        Assert.Contains("type Circle implements Named {\n  name: String!\n  radius: Float!\n}", sdl, StringComparison.Ordinal);
        Assert.Contains("type Box implements Named {", sdl, StringComparison.Ordinal);
        Assert.Contains("  area(times: Int! = 1): Int!\n", sdl, StringComparison.Ordinal);
    }

    [Fact]
    public void An_extension_takes_the_place_of_what_it_binds_to_or_is_called_like()
    {
        var sdl = TestServer.SdlOf(Types);

        Assert.Contains(
            "type Descendant {\n  first: Int!\n  second: String!\n  anything: String!\n\n  \"\"\"It comes last.\"\"\"\n  last: Long!\n}", sdl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "{ shapes { __typename ... on Circle { radius } ... on Box { width area(times: 2) doubled } } }",
        """{"data":{"shapes":[{"__typename":"Circle","radius":1.5},{"__typename":"Box","width":2,"area":12,"doubled":4}]}}""")]
    [InlineData(
        "{ a: named(round: true) { name __typename } b: named(round: false) { name __typename } named { name } }",
        """{"data":{"a":{"name":"c","__typename":"Circle"},"b":{"name":"r","__typename":"Box"},"named":null}}""")]
    [InlineData("{ derived { first second anything last } }", """{"data":{"derived":{"first":11,"second":"derived","anything":"derived!","last":4294967295}}}""")]
    [InlineData("{ numbers(to: 3) grid(count: 4) }", """{"data":{"numbers":[1,2,3],"grid":[["a",null],null,["4"]]}}""")]
    public async Task Values_are_told_as_their_types(string document, string answer)
    {
        await using var server = TestServer.Of(graphQL => graphQL.AddTypes(Types));

        Assert.Equal(answer, await server.AskAsync(document));
    }

    [Fact]
    public async Task Prices_are_the_annotations_and_what_waits_for_nothing_is_cheap()
    {
        await using var server = TestServer.Of(graphQL => graphQL.AddTypes(Types));
        var grid = server.Schema.Query!.Find("grid")!;

        Assert.Equal("[[String]]!", grid.Type.ToString());
        Assert.Equal(7, grid.Cost);
        Assert.Equal((9, "count", "items"), (grid.ListSize!.AssumedSize, grid.ListSize.SlicingArguments.Single(), grid.ListSize.SizedFields.Single()));
        Assert.Null(server.Schema.Query!.Find("derived")!.Cost);
        Assert.Equal(10, server.Schema.Query!.Find("numbers")!.Cost);
        Assert.IsType<HotChocolate.Execution.MemberResolver>(((ObjectType)server.Schema.Type("Box")!).Find("doubled")!.Resolver);
        Assert.IsType<HotChocolate.Execution.MethodResolver>(((ObjectType)server.Schema.Type("Box")!).Find("area")!.Resolver);
    }
}
