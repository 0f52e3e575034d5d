using System.Diagnostics;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

[CollectionDefinition(nameof(SteadyFlowTests), DisableParallelization = true)]
[Collection(nameof(SteadyFlowTests))]
public sealed class SteadyFlowTests
{
    // Each connection of PostgreSQL's pool keeps what its largest command needed: small ones, so that this is not what grows.
    private const int Batch = 100;

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Memory_stays_flat_over_many_events_from_outbox_to_inbox(string provider)
    {
        var events = LongRun.Count(4_000, 200_000);
        await using var house = await House.StartAsync(provider);
        await SendAsync(house.Only, events / 4, 0);
        var before = Live();
        var watch = Stopwatch.StartNew();

        await SendAsync(house.Only, events, events / 4);

        var perSecond = events / watch.Elapsed.TotalSeconds;
        var grown = Live() - before;
        LongRun.Print($"steady flow, {provider}: {events} events, {perSecond:0}/s, live memory {(grown < 0 ? "-" : "+")}{Math.Abs(grown) / 1024} KiB");
        // The long run sees a leak of a hundred bytes an event, the shortened one a leak of two kilobytes.
        Assert.InRange(grown, long.MinValue, Math.Max(8 * 1024 * 1024, events * 100L));
    }

    private static async Task SendAsync(RunningService service, int events, int sentBefore)
    {
        for (var sent = 0; sent < events; sent += Batch)
        {
            await service.ImportAsync(Enumerable.Range(sent, Math.Min(Batch, events - sent)).Select(n => $"Suggestion {n}"));
            var goal = sentBefore + Math.Min(sent + Batch, events);
            await Eventually.IsTrueAsync(async () => (await service.TallyAsync()).Made == goal, $"{goal} events have arrived", TimeSpan.FromMinutes(2));
        }
    }

    private static long Live()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
