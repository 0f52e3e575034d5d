using System.Runtime.CompilerServices;
using HotChocolate.Execution;

namespace HotChocolate.AspNetCore;

/// <summary>A stream's results, and null every so often, so that its consumer can say that the stream still lives.</summary>
internal static class Paced
{
    public static async IAsyncEnumerable<SingleResult?> ReadAsync(
        StreamedResult source, TransportTiming timing, [EnumeratorCancellation] CancellationToken cancelled)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        await using var results = source.Results(ending.Token).GetAsyncEnumerator(ending.Token);
        Task<bool>? moving = null;
        Task? pause = null;
        try
        {
            while (true)
            {
                moving = results.MoveNextAsync().AsTask();
                while (!moving.IsCompleted)
                {
                    pause ??= Task.Delay(timing.SignOfLife, timing.Clock, ending.Token);
                    if (await Task.WhenAny(moving, pause) == moving)
                        break;
                    pause = null;
                    yield return null;
                }

                if (!await moving)
                    yield break;
                yield return results.Current;
            }
        }
        finally
        {
            // An enumerator may be disposed only when it stands still.
            await ending.CancelAsync();
            if (moving is not null)
                await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
