using System.Runtime.CompilerServices;
using HotChocolate.Execution;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Execution;

[Collection(nameof(Alone))]
public sealed class StreamTests
{
    private const string Sdl = "type Query { a: Int } type Subscription { count(to: Int!): Tick! broken: Int } type Tick { number: Int! odd: Int }";

    [Fact]
    public async Task Each_event_is_an_answer_and_an_error_in_one_does_not_end_the_others()
    {
        var answers = await AnswersAsync(Executor(), "subscription { count(to: 3) { number odd } }");
        Assert.Equal("""{"data":{"count":{"number":1,"odd":1}}}""", answers[0]);
        Assert.Contains("\"path\":[\"count\",\"odd\"]", answers[1], StringComparison.Ordinal);
        Assert.Equal("""{"data":{"count":{"number":3,"odd":3}}}""", answers[2]);
        Assert.Equal(3, answers.Count);
    }

    [Fact]
    public async Task A_source_that_fails_is_told_and_ends()
    {
        var answer = Assert.Single(await AnswersAsync(Executor(), "subscription { broken }"));
        Assert.Equal("""{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":16}],"path":["broken"]}],"data":null}""", answer);
    }

    [Fact]
    public async Task A_reader_that_goes_ends_the_source()
    {
        var ended = new TaskCompletionSource();
        var executor = Executor(ended);
        using var reader = new CancellationTokenSource();
        await using var result = await executor.ExecuteAsync(Asked.Request("subscription { count(to: 1000000) { number } }"), Asked.Context(), reader.Token);
        await foreach (var answer in ((StreamedResult)result).Results(reader.Token))
        {
            await answer.DisposeAsync();
            await reader.CancelAsync();
        }

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Ten_thousand_events_leave_nothing_behind()
    {
        var count = LongRun.Count(10_000, 1_000_000);
        await using var result = await Executor().ExecuteAsync(Asked.Request($"subscription {{ count(to: {count}) {{ number }} }}"), Asked.Context(), CancellationToken.None);
        var (seen, before) = (0, 0L);
        await foreach (var answer in ((StreamedResult)result).Results(CancellationToken.None))
        {
            await answer.DisposeAsync();
            if (++seen == count / 10)
                before = GC.GetTotalMemory(forceFullCollection: true);
        }

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        LongRun.Print($"GraphQL subscription: {seen} events, memory grew by {grown / 1024} KB");
        Assert.Equal(count, seen);
        Assert.InRange(grown, long.MinValue, 4 * 1024 * 1024);
    }

    private static RequestExecutor Executor(TaskCompletionSource? ended = null) => Asked.Executor(
        Sdl,
        ("Subscription.count", new StreamResolver(context => Count((int)context.Argument(0)!, ended, context.Cancelled), context => new ValueTask<object?>(context.Parent))),
        ("Subscription.broken", new StreamResolver(_ => Broken(), context => new ValueTask<object?>(context.Parent))),
        ("Tick.number", Asked.Method(context => context.Parent)),
        ("Tick.odd", Asked.Method(context => (int)context.Parent! % 2 == 1 ? context.Parent : throw new InvalidOperationException("even"))));

    private static async IAsyncEnumerable<object?> Count(int to, TaskCompletionSource? ended, [EnumeratorCancellation] CancellationToken cancelled)
    {
        try
        {
            for (var i = 1; i <= to; i++)
            {
                await Task.Yield();
                cancelled.ThrowIfCancellationRequested();
                yield return i;
            }
        }
        finally
        {
            ended?.TrySetResult();
        }
    }

    private static async IAsyncEnumerable<object?> Broken()
    {
        await Task.Yield();
        throw new InvalidOperationException("the source is gone");
#pragma warning disable CS0162 // An iterator needs a yield.
        yield break;
#pragma warning restore CS0162
    }

    private static async Task<IReadOnlyList<string>> AnswersAsync(RequestExecutor executor, string query)
    {
        var answers = new List<string>();
        await using var result = await executor.ExecuteAsync(Asked.Request(query), Asked.Context(), CancellationToken.None);
        await foreach (var answer in ((StreamedResult)result).Results(CancellationToken.None))
        {
            answers.Add(answer.Text());
            await answer.DisposeAsync();
        }

        return answers;
    }
}
