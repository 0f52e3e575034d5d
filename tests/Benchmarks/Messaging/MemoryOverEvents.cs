using Training.Benchmarks.Harness;
using Training.Tests.Support;

namespace Training.Benchmarks.Messaging;

/// <summary>How much the publisher, the subscriber and the sidecar grow, the worst of them, while many events pass through.</summary>
internal sealed class MemoryOverEvents(string provider) : IBenchmark
{
    // A heap swings by a hundred MiB with its collections: what is compared is the lowest of so many rounds of 8,000 events.
    private const int Window = 5;
    private const int WarmUpRounds = 5;
    private const int RoundsBetween = 20;
    private const double MebiByte = 1024 * 1024;

    private readonly OutboxToInbox _flow = new(provider);

    public string Work => $"growth over 200,000 events, {provider}";

    public string Unit => "MiB";

    public int Rounds => 1;

    public IReadOnlyList<Bar> Bars => [Bar.AtMost(40)];

    public async Task<IReadOnlyList<Contender>> PrepareAsync()
    {
        if (provider == TestDatabases.Postgres && PostgresServer.WhyMissing is { } why)
            return [Contender.Missing("ours", why)];
        await _flow.StartAsync();
        return [new Contender("ours", MeasureAsync)];
    }

    public ValueTask DisposeAsync() => _flow.DisposeAsync();

    private async Task<double> MeasureAsync()
    {
        for (var i = 0; i < WarmUpRounds; i++)
            await _flow.MeasureAsync();
        var before = await LowestAsync();
        for (var i = 0; i < RoundsBetween; i++)
            await _flow.MeasureAsync();
        var after = await LowestAsync();
        return after.Zip(before, (late, early) => (late - early) / MebiByte).Max();
    }

    private async Task<long[]> LowestAsync()
    {
        long[]? lowest = null;
        for (var i = 0; i < Window; i++)
        {
            await _flow.MeasureAsync();
            var now = _flow.Memory();
            lowest = lowest is null ? [.. now] : [.. lowest.Zip(now, Math.Min)];
        }
        return lowest!;
    }
}
