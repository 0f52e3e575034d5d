using Training.Benchmarks.Harness;
using Training.Tests.Support;

namespace Training.Benchmarks.Messaging;

/// <summary>How much the publisher, the subscriber and the sidecar grow, the worst of them, while many events pass through.</summary>
internal sealed class MemoryOverEvents(string provider) : IBenchmark
{
    private const int WarmUpRounds = 5;
    private const int Rounds200k = 25;
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
        var before = _flow.Memory();
        for (var i = 0; i < Rounds200k; i++)
            await _flow.MeasureAsync();
        return _flow.Memory().Zip(before, (after, start) => (after - start) / MebiByte).Max();
    }
}
