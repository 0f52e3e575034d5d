using HotChocolate;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Building;

public sealed class MutationTests
{
    private const string Hire =
        "mutation($name: String!) { hire(input: { name: $name }) { hire { name salary } errors { __typename ... on Error { message } ... on HiredAlreadyError { name } ... on NotAllowedError { hints } } } }";

    [Fact]
    public async Task A_mutation_takes_one_input_and_gives_a_payload_with_typed_errors()
    {
        await using var server = Server();

        foreach (var part in Expected.ReplaceLineEndings("\n").Split("\n\n---\n\n"))
            Assert.Contains(part, server.Sdl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cora", """{"data":{"hire":{"hire":{"name":"Cora","salary":0},"errors":null}}}""")]
    [InlineData("Anna", """{"data":{"hire":{"hire":null,"errors":[{"__typename":"HiredAlreadyError","message":"Anna works here already: leave it.","name":"Anna"}]}}}""")]
    [InlineData("full", """{"data":{"hire":{"hire":null,"errors":[{"__typename":"HouseFullError","message":"The house is full."}]}}}""")]
    [InlineData("denied", """{"data":{"hire":{"hire":null,"errors":[{"__typename":"NotAllowedError","message":"Not allowed: ask HR","hints":0}]}}}""")]
    [InlineData("unsupported", """{"data":{"hire":{"hire":null,"errors":[{"__typename":"NotAllowedError","message":"Not here.","hints":5}]}}}""")]
    [InlineData(
        "several",
        """{"data":{"hire":{"hire":null,"errors":[{"__typename":"HouseFullError","message":"The house is full."},{"__typename":"HiredAlreadyError","message":"Ben works here already: leave it.","name":"Ben"}]}}}""")]
    public async Task A_mutation_ends_with_its_value_or_its_errors(string name, string answer)
    {
        await using var server = Server();

        Assert.Equal(answer, await server.AskAsync(Hire, $$"""{"name":"{{name}}"}"""));
    }

    [Fact]
    public async Task What_a_mutation_does_not_speak_of_is_an_error_of_the_field()
    {
        await using var server = Server();

        var bug = await server.AskAsync(Hire, """{"name":"bug"}""");
        Assert.Contains("\"errors\":[", bug, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", bug, StringComparison.Ordinal);
        Assert.Contains("\"message\":\"Come back later.\"", await server.AskAsync(Hire, """{"name":"told"}"""), StringComparison.Ordinal);
        Assert.Contains("\"code\":\"LATER\"", await server.AskAsync(Hire, """{"name":"told"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_names_and_shapes_are_as_the_method_says()
    {
        await using var server = Server();

        Assert.Equal(
            """{"data":{"count":{"int":3},"fire":{"who":"Ben"},"plain":true,"move":{"string":"Ulm"}}}""",
            await server.AskAsync("mutation { count { int } fire(input: { name: \"Ben\" }) { who } plain(value: true) move(input: { to: \"Ulm\" }) { string } }"));
    }

    [Fact]
    public async Task An_optional_argument_of_the_input_tells_given_from_not_given()
    {
        await using var server = Server();

        Assert.Equal(
            """{"data":{"a":{"hire":{"name":"Cora!"}},"b":{"hire":{"name":"Cora"}}}}""",
            await server.AskAsync("mutation { a: hire(input: { name: \"Cora\", note: null }) { hire { name } } b: hire(input: { name: \"Cora\" }) { hire { name } } }"));
    }

    [Fact]
    public async Task Without_conventions_a_mutation_is_a_field_like_others()
    {
        await using var server = TestServer.Of(graphQL => graphQL.AddTypes(typeof(HireMutations), typeof(NothingQueries)));

        Assert.Contains("fire(name: String!): String!", server.Sdl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_decides_what_clients_are_told()
    {
        await using var server = TestServer.Of(graphQL => graphQL.AddTypes(typeof(HireMutations), typeof(NothingQueries)).AddMutationConventions()
            .AddErrorFilter(error => error.Exception is InvalidOperationException ? error.WithMessage("Ask the operator.").WithCode("OPERATOR").SetExtension("trace", 7) : error)
            .AddErrorFilter<PathFilter>());

        var answer = await server.AskAsync(Hire, """{"name":"bug"}""");

        Assert.Contains("\"message\":\"Ask the operator.\"", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"OPERATOR\"", answer, StringComparison.Ordinal);
        Assert.Contains("\"trace\":7", answer, StringComparison.Ordinal);
        Assert.Contains("\"at\":\"/hire\"", answer, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"hire\"]", answer, StringComparison.Ordinal);
    }

    private static TestServer Server() => TestServer.Of(graphQL => graphQL.AddTypes(typeof(HireMutations), typeof(NothingQueries)).AddMutationConventions());

    private sealed class PathFilter : IErrorFilter
    {
        public IError OnError(IError error) => error.SetExtension("at", error.Path?.Print());
    }

    private const string Expected = """"
          """Takes somebody on."""
          hire(
            """What is given."""
            input: HireInput!
          ): HirePayload!

        ---

        """What `hire` is given."""
        input HireInput {
          """Who comes."""
          name: String!

          """What it costs."""
          salary: Int
          note: String
        }

        ---

        """What `hire` ends with."""
        type HirePayload {
          """What was made or changed; null where it was refused."""
          hire: Hire

          """Why it was refused; null where it was done."""
          errors: [HireError!]
        }

        ---

        """Why `hire` may be refused."""
        union HireError = HiredAlreadyError | HouseFullError | NotAllowedError

        ---

        """Nobody can be hired twice."""
        type HiredAlreadyError implements Error {
          """What is wrong and what to do about it."""
          message: String!

          """Who it is."""
          name: String!
        }

        ---

        interface Error {
        """";
}
