using System.Runtime.CompilerServices;

namespace HotChocolate.Execution;

/// <summary>Answers a subscription: each event of its source is executed (specification, section 6.2.3).</summary>
internal sealed class SubscriptionStream(
    IAsyncEnumerable<object?> source, Deadline lifetime, Func<object?, CancellationToken, ValueTask<SingleResult>> execute, Func<Exception, SingleResult> fail)
    : StreamedResult
{
    public override async IAsyncEnumerable<SingleResult> Results([EnumeratorCancellation] CancellationToken cancelled)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancelled, lifetime.Token);
        await using var events = source.GetAsyncEnumerator(either.Token);
        while (true)
        {
            SingleResult? failed = null;
            try
            {
                if (!await events.MoveNextAsync())
                    yield break;
            }
            catch (Exception) when (either.IsCancellationRequested)
            {
                yield break;
            }
            catch (Exception problem)
            {
                failed = fail(problem);
            }

            if (failed is not null)
            {
                yield return failed;
                yield break;
            }

            yield return await execute(events.Current, either.Token);
        }
    }

    public override ValueTask DisposeAsync()
    {
        lifetime.Dispose();
        return ValueTask.CompletedTask;
    }
}
