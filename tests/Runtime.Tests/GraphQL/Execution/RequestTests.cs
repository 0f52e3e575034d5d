using System.Text.Json;
using HotChocolate.Execution;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Execution;

public sealed class RequestTests
{
    private const string Sdl = "type Query { one: Int! bad: Int list: [Int!] } type Mutation { act: Int }";

    private static readonly RequestExecutor Executor = Asked.Executor(
        Sdl,
        ("Query.one", Asked.Method(_ => 1)),
        ("Query.bad", Asked.Method(_ => throw new InvalidOperationException("the password is 123"))),
        ("Query.list", Asked.Method(_ => Enumerable.Range(1, 3).Where(i => i != 2))),
        ("Mutation.act", Asked.Method(_ => 1)));

    [Theory]
    [InlineData("{ one", "HC0014")]
    [InlineData("query A { one } query B { one }", "HC0015")]
    [InlineData("fragment F on Query { one }", "HC0015")]
    [InlineData("query($v: Int!) { one @include(if: true) list @skip(if: false) x: __typename a: one b: one @include(if: true) }", null)]
    public async Task What_cannot_be_executed_has_no_data(string query, string? code)
    {
        await using var result = await Executor.ExecuteAsync(Asked.Request(query), Asked.Context(), CancellationToken.None);
        var answer = Assert.IsAssignableFrom<SingleResult>(result);
        using var json = JsonDocument.Parse(answer.Text());
        Assert.Equal(ResultKind.Refused, answer.Kind);
        Assert.False(json.RootElement.TryGetProperty("data", out _));
        var error = json.RootElement.GetProperty("errors")[0];
        if (code is not null && error.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var told))
            Assert.Equal(code, told.GetString());
    }

    [Fact]
    public async Task A_mutation_is_not_executed_where_only_queries_may_be()
    {
        await using var result = await Executor.ExecuteAsync(Asked.Request("mutation { act }"), Asked.Context(isQueryOnly: true), CancellationToken.None);
        Assert.Equal(ResultKind.MethodNotAllowed, Assert.IsAssignableFrom<SingleResult>(result).Kind);
    }

    [Fact]
    public async Task What_a_resolver_throws_stays_inside()
    {
        var answer = await Executor.AskAsync("{ bad one }");
        Assert.Equal(
            """{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":3}],"path":["bad"]}],"data":{"bad":null,"one":1}}""", answer);
        var telling = Asked.Executor(Executor.Schema, new ExecutionOptions { IncludeExceptionDetails = true });
        Assert.Contains("the password is 123", await telling.AskAsync("{ bad }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_may_change_every_error_and_may_fail_itself()
    {
        var filtered = Asked.Executor(Executor.Schema, new ExecutionOptions { Filter = error => error with { Message = "filtered", Code = "MINE" } });
        Assert.Contains("""{"message":"filtered","locations":[{"line":1,"column":3}],"path":["bad"],"extensions":{"code":"MINE"}}""", await filtered.AskAsync("{ bad }"), StringComparison.Ordinal);
        var failing = Asked.Executor(Executor.Schema, new ExecutionOptions { Filter = _ => throw new InvalidOperationException("secret") });
        Assert.DoesNotContain("secret", await failing.AskAsync("{ bad }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lazy_list_is_read_once() => Assert.Equal("""{"data":{"list":[1,3]}}""", await Executor.AskAsync("{ list }"));

    [Fact]
    public async Task Trusted_documents_are_found_by_id_and_may_be_the_only_ones()
    {
        var options = new ExecutionOptions { OnlyTrustedDocuments = true, TrustedDocuments = id => id == "known" ? "{ one }" : null };
        var executor = Asked.Executor(Executor.Schema, options);
        Assert.Contains("HC0067", await executor.AskAsync("{ one }"), StringComparison.Ordinal);
        Assert.Equal("""{"data":{"one":1}}""", await ById("known"));
        Assert.Contains("HC0020", await ById("other"), StringComparison.Ordinal);

        async Task<string> ById(string id)
        {
            await using var result = await executor.ExecuteAsync(new GraphQLRequest(null, id, null, default), Asked.Context(), CancellationToken.None);
            return ((SingleResult)result).Text();
        }
    }

    [Fact]
    public async Task Text_is_escaped_as_JSON_wants_it_and_no_further()
    {
        var text = "quote \" backslash \\ line \n \r \t \b \u0001 é ✓ 😀 </script> half \ud800.";
        var executor = Asked.Executor("type Query { text: String }", ("Query.text", Asked.Method(_ => text)));
        var answer = await executor.AskAsync("{ text }");
        using var json = JsonDocument.Parse(answer);
        Assert.Equal(text.Replace('\ud800', '\ufffd'), json.RootElement.GetProperty("data").GetProperty("text").GetString());
        Assert.Contains("é ✓ 😀 </script>", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_answers_grow_without_losing_a_byte()
    {
        var items = Enumerable.Range(0, 20_000).Select(i => $"item {i} \"é\"").ToArray();
        var executor = Asked.Executor("type Query { items: [String!]! }", ("Query.items", Asked.Method(_ => items)));
        using var json = JsonDocument.Parse(await executor.AskAsync("{ items }"));
        Assert.Equal(items, json.RootElement.GetProperty("data").GetProperty("items").EnumerateArray().Select(item => item.GetString()!));
    }

    [Fact]
    public async Task Many_requests_at_once_do_not_meet()
    {
        var executor = Asked.Executor("type Query { echo(text: String!): String }", ("Query.echo", Asked.Async(async context =>
        {
            await Task.Yield();
            return context.Argument(0);
        })));
        await Parallel.ForEachAsync(Enumerable.Range(0, LongRun.Count(2_000, 200_000)), async (i, _) =>
            Assert.Equal($$$"""{"data":{"echo":"{{{i}}}"}}""", await executor.AskAsync("query($t: String!) { echo(text: $t) }", $$$"""{"t":"{{{i}}}"}""")));
    }

    [Fact]
    public async Task A_path_that_a_resolver_asks_for_is_where_its_value_will_be()
    {
        var executor = Asked.Executor(
            "type Query { rows: [[Cell]] } type Cell { where: String! again: [Cell!]! }",
            ("Query.rows", Asked.Method(_ => new object?[] { new object?[] { null, "a" }, null, new object?[] { "b", "c" } })),
            ("Cell.where", Asked.Method(context => string.Join('.', context.Path))),
            ("Cell.again", Asked.Method(context => new object[] { context.Parent! })));
        var answer = await executor.AskAsync("{ rows { where again { where } } }");
        Assert.Equal(
            """{"data":{"rows":[[null,{"where":"rows.0.1.where","again":[{"where":"rows.0.1.again.0.where"}]}],null,"""
            + """[{"where":"rows.2.0.where","again":[{"where":"rows.2.0.again.0.where"}]},{"where":"rows.2.1.where","again":[{"where":"rows.2.1.again.0.where"}]}]]}}""",
            answer);
    }
}
