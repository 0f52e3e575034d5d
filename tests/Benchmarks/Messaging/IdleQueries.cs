using Training.Benchmarks.Harness;
using Training.Tests.Support;

namespace Training.Benchmarks.Messaging;

/// <summary>What a service that has nothing to do asks of its database: relay, sealer, everything. PostgreSQL counts it.</summary>
internal sealed class IdleQueries : IBenchmark
{
    private const string Transactions = "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()";
    // PostgreSQL tells what an idle connection did up to ten seconds late: what the start asked must be counted before.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(30);

    private ReferenceProcess? _service;

    public string Work => "idle service, Postgres";

    public string Unit => "queries/s";

    public int Rounds => 1;

    public IReadOnlyList<Bar> Bars => [Bar.AtMost(1)];

    public async Task<IReadOnlyList<Contender>> PrepareAsync()
    {
        if (PostgresServer.WhyMissing is { } why)
            return [Contender.Missing("ours", why)];
        _service = await ReferenceProcess.StartAsync(MessagingServers.Publisher, TestDatabases.Postgres, ReferenceProcess.FreePort(), sidecarPort: null);
        return [new Contender("ours", MeasureAsync)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
            await _service.DisposeAsync();
    }

    private async Task<double> MeasureAsync()
    {
        await Task.Delay(Settling);
        var before = await _service!.AskAsync(Transactions);
        await Task.Delay(Watched);
        // The question itself is one of them.
        return (await _service.AskAsync(Transactions) - before - 1) / Watched.TotalSeconds;
    }
}
