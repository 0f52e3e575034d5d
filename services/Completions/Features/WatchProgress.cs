using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Training.Hosting;

namespace Training.Completions;

/// <summary>A campaign's progress now and after every change, until nobody listens or the service stops.</summary>
internal sealed class WatchProgress(CompletionsDb db, ProgressReader reader, ProgressSignal signal, IHostApplicationLifetime life, TimeProvider clock)
{
    // Counting costs more the more people a campaign has; this keeps watchers from counting all the time.
    private const int RestPerWork = 4;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);

    // Another process may have changed it, or time has passed and something is overdue.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    public async IAsyncEnumerable<Progress> Of(DutyId campaign, Caller caller, [EnumeratorCancellation] CancellationToken ct)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ct, life.ApplicationStopping);
        Progress? last = null;
        while (!life.ApplicationStopping.IsCancellationRequested)
        {
            var change = signal.NextAsync(caller.Organisation);
            var began = clock.GetTimestamp();
            var progress = await reader.Of(campaign, ct);
            db.Rest();
            var pause = clock.GetElapsedTime(began) * RestPerWork;
            if (last is null || !progress.SaysTheSameAs(last))
                yield return last = progress;
            await WaitAsync(Task.Delay(pause < ShortestPause ? ShortestPause : pause, ends.Token));
            await WaitAsync(change.WaitAsync(LongestPause, ends.Token));
            ct.ThrowIfCancellationRequested();
        }
    }

    // Neither the end of the patience nor of the call is an error here; the loop asks what it was.
    private static async Task WaitAsync(Task waited) => await waited.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
