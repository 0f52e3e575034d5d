using Training.AppHost.Sample.GraphQL;

namespace Training.AppHost.Sample;

/// <summary>Waits for what events bring about.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Asks until the answer is what is waited for.</summary>
    /// <exception cref="StoryStopped">It did not come.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isThere, Func<T, string> whatIsThere, CancellationToken ct)
    {
        for (var since = TimeProvider.System.GetTimestamp(); ; await Task.Delay(Pause, ct))
        {
            var answer = await ask();
            if (isThere(answer))
                return answer;
            if (TimeProvider.System.GetElapsedTime(since) > Patience)
                throw Stopped(whatIsThere(answer));
        }
    }

    /// <summary>Watches until what is waited for is told.</summary>
    /// <exception cref="StoryStopped">It did not come.</exception>
    public static async Task<T> UntilAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> watch, Func<T, bool> isThere, Func<T, string> whatIsThere, CancellationToken ct)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        T? last = null;
        try
        {
            for (; ; await Task.Delay(Pause, patience.Token))
            {
                await foreach (var now in watch(patience.Token))
                {
                    if (isThere(last = now))
                        return now;
                }
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw Stopped(last is null ? "nothing" : whatIsThere(last));
        }
    }

    /// <summary>Repeats a request until the service is there and has heard, by events, of what it builds on.</summary>
    /// <exception cref="Refused">It is refused for another reason, or for too long.</exception>
    public static Task<T> AcceptedAsync<T>(Func<Task<T>> request, CancellationToken ct) => RepeatedAsync(request, refused => refused.MayPass || refused.IsAway, ct);

    /// <summary>Repeats a request while a service that it needs is away, or too busy to answer in time.</summary>
    /// <exception cref="Refused">It is refused for another reason, or the service is away for too long.</exception>
    public static Task<T> AvailableAsync<T>(Func<Task<T>> request, CancellationToken ct) => RepeatedAsync(request, refused => refused.IsAway, ct);

    private static async Task<T> RepeatedAsync<T>(Func<Task<T>> request, Func<Refused, bool> mayPass, CancellationToken ct)
    {
        for (var since = TimeProvider.System.GetTimestamp(); ; await Task.Delay(Pause, ct))
        {
            try
            {
                return await request();
            }
            catch (Refused refused) when (mayPass(refused) && TimeProvider.System.GetElapsedTime(since) <= Patience)
            {
            }
        }
    }

    private static StoryStopped Stopped(string whatIsThere) =>
        new($"waited {Patience.TotalMinutes:0} minutes and found only this: {whatIsThere}. The services' /readyz say whether events are stuck.");
}
