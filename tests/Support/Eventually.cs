using System.Diagnostics;
using Xunit.Sdk;

namespace Training.Tests.Support;

/// <summary>Waits for a condition instead of for a time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static Task IsTrueAsync(Func<bool> condition, string because, TimeSpan? within = null) =>
        IsTrueAsync(() => Task.FromResult(condition()), because, within);

    public static async Task IsTrueAsync(Func<Task<bool>> condition, string because, TimeSpan? within = null)
    {
        var limit = within ?? Patience;
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > limit)
                throw new XunitException($"Waited {limit.TotalSeconds:0.#} s in vain: {because}");
            await Task.Delay(Pause);
        }
    }
}
