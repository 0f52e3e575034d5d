using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Building;

public sealed class InputTests
{
    [Fact]
    public void Input_types_are_made_of_classes_and_records()
    {
        var sdl = TestServer.SdlOf(typeof(OrderQueries));

        Assert.Contains(Lines.ReplaceLineEndings("\n"), sdl, StringComparison.Ordinal);
        Assert.Contains("input AddressInput {\n  street: String!\n  city: String!\n  state: AssignmentState\n}", sdl, StringComparison.Ordinal);
        Assert.Contains("input OrderKeyInput @oneOf {\n  number: Int\n  name: String\n}", sdl, StringComparison.Ordinal);
        Assert.Contains("  change(name: String, days: [Int!]): String!", sdl, StringComparison.Ordinal);
        Assert.Contains("  ids(ids: [ID!]!, states: [AssignmentState!]!): String!", sdl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""lines(lines: [{ name: "Mop" }, { name: "Cup", pieces: 3, note: "blue" }, { name: "Pen", note: null }])""", "1 Mop not given; 3 Cup blue; 1 Pen null")]
    [InlineData("""lines(lines: { name: "Mop" })""", "1 Mop not given")]
    [InlineData("""address(address: { street: "Gasse 1", city: "Ulm", state: NOT_STARTED })""", "Gasse 1, Ulm, NotStarted")]
    [InlineData("key(by: { number: 7 })", "#7")]
    [InlineData("""key(by: { name: "x" })""", "x")]
    [InlineData("change", "not given none")]
    [InlineData("change(name: null, days: null)", "null ")]
    [InlineData("""change(name: "n", days: [1, 2])""", "n 1+2")]
    [InlineData(
        """ids(ids: ["TWVtYmVyOjAxOTNlMmEwLTdjMWItN2YwMC04MDAwLTAwMDAwMDAwMDAwMQ=="], states: [IN_PROGRESS, IN_PROGRESS])""",
        "0193e2a0-7c1b-7f00-8000-000000000001 InProgress")]
    [InlineData(
        """times(at: "2026-01-31T10:30:00.25+02:00", utc: "2026-01-31T10:30:00+02:00", on: "2024-02-29", id: "0193e2a0-7c1b-7f00-8000-000000000001", url: "https://example.org/a?b=c", many: 9007199254740993, exact: 0.1, few: 3, rough: 1.5)""",
        "2026-01-31T10:30:00.2500000+02:00 2026-01-31T08:30:00.0000000Z 2024-02-29 0193e2a0-7c1b-7f00-8000-000000000001 https://example.org/a?b=c 9007199254740993 0.1 3 1.5")]
    public async Task Values_arrive_as_the_code_takes_them(string field, string value)
    {
        await using var server = Server();

        Assert.Equal($$$"""{"data":{"it":"{{{value}}}"}}""", await server.AskAsync($$"""{ it: {{field}} }"""));
    }

    [Fact]
    public async Task Variables_tell_what_was_not_given_from_null()
    {
        await using var server = Server();
        const string document = "query($lines: [OrderLineInput!]!, $name: String) { lines(lines: $lines) change(name: $name) }";

        Assert.Equal(
            """{"data":{"lines":"1 A not given; 2 B null","change":"not given none"}}""",
            await server.AskAsync(document, """{"lines":[{"name":"A"},{"name":"B","pieces":2,"note":null}]}"""));
        Assert.Equal("""{"data":{"lines":"1 A not given","change":"null none"}}""", await server.AskAsync(document, """{"lines":[{"name":"A"}],"name":null}"""));
    }

    [Theory]
    [InlineData("at", "\"2026-01-31\"")]
    [InlineData("at", "\"2026-01-31T10:30:00\"")]
    [InlineData("at", "\"2026-02-30T10:30:00Z\"")]
    [InlineData("on", "\"2023-02-29\"")]
    [InlineData("on", "\"29.02.2024\"")]
    [InlineData("on", "5")]
    [InlineData("id", "\"0193e2a07c1b7f008000000000000001\"")]
    [InlineData("many", "9223372036854775808")]
    [InlineData("many", "1.5")]
    [InlineData("exact", "\"1\"")]
    public async Task A_value_that_is_none_of_its_scalar_is_refused(string argument, string literal)
    {
        await using var server = Server();
        Dictionary<string, string> arguments = new()
        {
            ["at"] = "\"2026-01-31T10:30:00Z\"", ["utc"] = "\"2026-01-31T10:30:00Z\"", ["on"] = "\"2024-02-29\"", ["id"] = "\"0193e2a0-7c1b-7f00-8000-000000000001\"",
            ["url"] = "\"/a\"", ["many"] = "1", ["exact"] = "1", ["few"] = "1", ["rough"] = "1",
        };
        string Document() => $$"""{ times({{string.Join(", ", arguments.Select(one => $"{one.Key}: {one.Value}"))}}) }""";

        Assert.StartsWith("{\"data\":{\"times\":", await server.AskAsync(Document()), StringComparison.Ordinal);
        arguments[argument] = literal;
        Assert.StartsWith("{\"errors\":", await server.AskAsync(Document()), StringComparison.Ordinal);
    }

    private static TestServer Server() => TestServer.Of(graphQL => graphQL.AddTypes(typeof(OrderQueries)));

    private const string Lines = """"
        """What is ordered."""
        input OrderLineInput {
          """What it is called."""
          name: String!

          """How many."""
          pieces: Int! = 1

          """What else to know."""
          note: String
        }
        """";
}
