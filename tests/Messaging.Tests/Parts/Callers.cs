using System.Collections.Concurrent;
using Grpc.Core;
using Training.Contracts;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>Callers who repeat each command under its idempotency key until it is accepted, whatever happens to the service.</summary>
internal sealed class Callers(Suggestions.SuggestionsClient suggestions, People people)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private int _accepted;
    private int _refusals;

    /// <summary>Commands that were answered well, each counted once.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Calls that failed and were repeated.</summary>
    public int Refusals => Volatile.Read(ref _refusals);

    /// <summary>Why calls failed, how often.</summary>
    public ConcurrentDictionary<StatusCode, int> Reasons { get; } = [];

    /// <summary>Calls on and on, while something happens; returns when every begun command is accepted.</summary>
    public async Task CallAsync(int callers, Func<Task> happens)
    {
        using var enough = new CancellationTokenSource();
        using var givenUp = new CancellationTokenSource();
        var calling = Enumerable.Range(0, callers).Select(i => CallAsync($"Caller {i}", enough.Token, givenUp.Token)).ToList();
        try
        {
            await happens();
        }
        catch
        {
            // The service may be gone for good: what failed is told, and not that the callers wait for it.
            await givenUp.CancelAsync();
            throw;
        }
        finally
        {
            await enough.CancelAsync();
            await Task.WhenAll(calling);
        }
    }

    /// <summary>Waits until so many more commands were accepted.</summary>
    public Task HaveAcceptedAsync(int more)
    {
        var goal = Accepted + more;
        return Eventually.IsTrueAsync(() => Accepted >= goal, $"{more} more commands are accepted ({string.Join(", ", Reasons)})", Patience);
    }

    /// <summary>The same, but goes on after a while even if they were not.</summary>
    public async Task HaveAcceptedAsync(int more, TimeSpan atMost)
    {
        var goal = Accepted + more;
        var since = TimeProvider.System.GetTimestamp();
        await Eventually.IsTrueAsync(() => Accepted >= goal || TimeProvider.System.GetElapsedTime(since) > atMost, "time goes by", Patience);
    }

    private async Task CallAsync(string name, CancellationToken enough, CancellationToken givenUp)
    {
        await Task.Yield();
        while (!enough.IsCancellationRequested)
        {
            var headers = people.Call(People.Hospital, name, Role.Employee);
            while (!await IsAcceptedAsync(headers))
            {
                if (givenUp.IsCancellationRequested)
                    return;
                await Task.Delay(Pause, CancellationToken.None);
            }

            Interlocked.Increment(ref _accepted);
        }
    }

    private async Task<bool> IsAcceptedAsync(Metadata headers)
    {
        try
        {
            await suggestions.SuggestAsync(
                new SuggestRequest { Text = "More chairs" }, headers, TimeProvider.System.GetUtcNow().UtcDateTime + Patience);
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode is not (StatusCode.InvalidArgument or StatusCode.PermissionDenied or StatusCode.Unauthenticated))
        {
            Interlocked.Increment(ref _refusals);
            Reasons.AddOrUpdate(refused.StatusCode, 1, (_, times) => times + 1);
            return false;
        }
    }
}
