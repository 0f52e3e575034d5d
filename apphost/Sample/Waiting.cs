using Grpc.Core;

namespace Training.AppHost.Sample;

/// <summary>Waits for what events bring about, by asking for it.</summary>
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
                throw new StoryStopped($"waited {Patience.TotalMinutes:0} minutes and found only this: {whatIsThere(answer)}. The services' /readyz say whether events are stuck.");
        }
    }

    /// <summary>Repeats a command until the service has heard, by events, of what the command builds on.</summary>
    /// <exception cref="StoryStopped">It is refused for another reason, or for too long.</exception>
    public static async Task<T> AcceptedAsync<T>(Func<AsyncUnaryCall<T>> command, CancellationToken ct) where T : class
    {
        for (var since = TimeProvider.System.GetTimestamp(); ; await Task.Delay(Pause, ct))
        {
            var (answer, status) = await TryAsync(command());
            if (answer is not null)
                return answer;
            var mayChange = status.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound or StatusCode.PermissionDenied;
            if (!mayChange || TimeProvider.System.GetElapsedTime(since) > Patience)
                throw new StoryStopped($"{status.StatusCode}: {status.Detail}");
        }
    }

    /// <summary>The answer, or the status by which it was refused.</summary>
    public static async Task<(T? Answer, Status Status)> TryAsync<T>(AsyncUnaryCall<T> call) where T : class
    {
        await ((Task)call.ResponseAsync).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return call.ResponseAsync.IsCompletedSuccessfully ? (await call.ResponseAsync, Status.DefaultSuccess) : (null, call.GetStatus());
    }
}
