using System.Diagnostics;
using HotChocolate.Execution;
using HotChocolate.TypeSystem.Sdl;
using HotChocolate.Validation;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Execution;

public sealed class LimitTests
{
    [Fact]
    public async Task A_request_that_takes_too_long_is_answered_in_time_and_its_resolvers_are_told()
    {
        var told = new TaskCompletionSource();
        var schema = Asked.Schema("type Query { slow: Int deaf: Int }", ("Query.slow", Asked.Async(async context =>
        {
            await Cancellation(context.Cancelled);
            told.SetResult();
            return null;
        })), ("Query.deaf", Asked.Async(_ => new TaskCompletionSource<object?>().Task)));
        var executor = Asked.Executor(schema, new ExecutionOptions { Timeout = TimeSpan.FromMilliseconds(50) });
        foreach (var field in new[] { "slow", "deaf" })
        {
            await using var result = await executor.ExecuteAsync(Asked.Request($"{{ {field} }}"), Asked.Context(), CancellationToken.None);
            var answer = Assert.IsAssignableFrom<SingleResult>(result);
            Assert.Equal(ResultKind.TimedOut, answer.Kind);
            Assert.Contains("HC0045", answer.Text(), StringComparison.Ordinal);
        }

        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_client_that_goes_ends_what_was_begun_for_it()
    {
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        var executor = Asked.Executor("type Query { slow: Int }", ("Query.slow", Asked.Async(async context =>
        {
            begun.SetResult();
            await Cancellation(context.Cancelled);
            ended.SetResult();
            return null;
        })));
        using var client = new CancellationTokenSource();
        var asked = executor.ExecuteAsync(Asked.Request("{ slow }"), Asked.Context(), client.Token).AsTask();
        await begun.Task;
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Requests_beyond_the_limit_wait_for_their_turn_and_are_refused_when_it_does_not_come()
    {
        var (release, running, most) = (new TaskCompletionSource<object?>(), 0, 0);
        var schema = Asked.Schema("type Query { wait: Int quick: Int }", ("Query.quick", Asked.Method(_ => 1)), ("Query.wait", Asked.Async(async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await release.Task;
            Interlocked.Decrement(ref running);
            return 1;
        })));
        var executor = Asked.Executor(schema, new ExecutionOptions { Concurrency = 2, Timeout = TimeSpan.FromSeconds(30) });
        var all = Enumerable.Range(0, 6).Select(_ => executor.AskAsync("{ wait }")).ToArray();
        release.SetResult(null);
        Assert.All(await Task.WhenAll(all), answer => Assert.Equal("""{"data":{"wait":1}}""", answer));
        Assert.InRange(most, 1, 2);

        var busy = Asked.Executor(
            Asked.Schema("type Query { wait: Int }", ("Query.wait", Asked.Async(_ => Task.Delay(Timeout.Infinite).ContinueWith(_ => (object?)null)))),
            new ExecutionOptions { Concurrency = 1, Timeout = TimeSpan.FromMilliseconds(200) });
        var first = busy.ExecuteAsync(Asked.Request("{ wait }"), Asked.Context(), CancellationToken.None).AsTask();
        await using var second = await busy.ExecuteAsync(Asked.Request("{ wait }"), Asked.Context(), CancellationToken.None);
        Assert.Contains(((SingleResult)second).Kind, new[] { ResultKind.Overloaded, ResultKind.TimedOut });
        await (await first).DisposeAsync();
    }

    [Fact]
    public async Task A_plan_without_end_is_refused()
    {
        // Each fragment spreads the next one twice under new names: the document is short, what it asks for is not.
        var fragments = string.Concat(Enumerable.Range(0, 40).Select(i => $"fragment F{i} on Query {{ a{i}: me {{ ...F{i + 1} }} b{i}: me {{ ...F{i + 1} x: one }} }} "));
        var query = $"{{ ...F0 }} {fragments} fragment F40 on Query {{ one }}";
        var options = new ExecutionOptions { Validation = ValidationLimits.None };
        options.Cost.Enforce = false;
        var executor = Asked.Executor(
            Asked.Schema("type Query { me: Query one: Int }", ("Query.me", Asked.Method(_ => null)), ("Query.one", Asked.Method(_ => 1))), options);
        var watch = Stopwatch.StartNew();
        var answer = await executor.AskAsync(query);
        Assert.True(answer is """{"data":{"a0":null,"b0":null}}""" || answer.Contains("HC0047", StringComparison.Ordinal), answer);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));

        var deep = string.Concat(Enumerable.Range(0, 1000).Select(i => $"fragment F{i} on Query {{ me {{ ...F{i + 1} }} }} "));
        Assert.Contains("nested deeper", await executor.AskAsync($"{{ ...F0 }} {deep} fragment F1000 on Query {{ one }}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cache_keeps_the_documents_that_were_asked_last()
    {
        var cache = new DocumentCache(2);
        var schema = SdlSchema.Read("type Query { a: Int }");
        var document = new PreparedDocument(schema, new Members(), HotChocolate.Language.Parser.Parse("{ a }", HotChocolate.Language.ParserLimits.Default));
        cache.Add("1", document);
        cache.Add("2", document);
        Assert.NotNull(cache.Find("1"));
        cache.Add("3", document);
        Assert.Null(cache.Find("2"));
        Assert.NotNull(cache.Find("1"));
        Assert.NotNull(cache.Find("3"));
        cache.Add(new string(' ', 100_000), document);
        Assert.Equal(2, cache.Count);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Spans_tell_the_operation_by_its_kind_and_name()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "HotChocolate.Diagnostics",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (Equals(span.GetTagItem("graphql.operation.name"), "SpanOfThisTest"))
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var executor = Asked.Executor("type Query { bad: Int }", ("Query.bad", Asked.Method(_ => throw new InvalidOperationException("secret"))));
        await executor.AskAsync("query SpanOfThisTest { bad }");
        var span = Assert.Single(spans);
        Assert.Equal("query", span.DisplayName);
        Assert.Equal("query", span.GetTagItem("graphql.operation.type"));
        Assert.StartsWith("sha256:", (string)span.GetTagItem("graphql.document.hash")!, StringComparison.Ordinal);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
    }

    private static async Task Cancellation(CancellationToken cancelled)
    {
        var ended = new TaskCompletionSource();
        await using var registration = cancelled.Register(() => ended.TrySetResult());
        await ended.Task;
    }
}
