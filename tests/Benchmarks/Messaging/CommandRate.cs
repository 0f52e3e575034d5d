using Grpc.Core;
using Training.Benchmarks.Harness;
using Training.Contracts;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Benchmarks.Messaging;

/// <summary>One command through a service: gRPC → domain → state, audit, outbox and answer in one transaction → answer.</summary>
internal sealed class CommandRate(string provider) : IBenchmark
{
    private const string Floor = "bare one-row commits";
    private const int Callers = 16;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    private ReferenceProcess? _service;
    private BareTransactions? _bare;

    public string Work => $"command through a service, 16 callers, {provider}";

    public string Unit => "commands/s";

    public IReadOnlyList<Bar> Bars => [Bar.AtLeast(0.2, Floor)];

    public async Task<IReadOnlyList<Contender>> PrepareAsync()
    {
        if (provider == TestDatabases.Postgres && PostgresServer.WhyMissing is { } why)
            return [Contender.Missing("ours", why), Contender.Missing(Floor, why)];
        _service = await ReferenceProcess.StartAsync(MessagingServers.Publisher, provider, ReferenceProcess.FreePort(), sidecarPort: null);
        _bare = await BareTransactions.CreateAsync(provider);
        return [new Contender("ours", MeasureAsync), new Contender(Floor, () => _bare.OneRowCommitsAsync(Callers))];
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
            await _service.DisposeAsync();
        if (_bare is not null)
            await _bare.DisposeAsync();
    }

    private async Task<double> MeasureAsync()
    {
        var client = new Suggestions.SuggestionsClient(_service!.Channel);
        var token = $"Bearer {_service.Token(Guid.CreateVersion7(), Role.Employee)}";
        var request = new SuggestRequest { Text = new string('x', 100) };
        var done = 0;
        var started = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (TimeProvider.System.GetElapsedTime(started) < Duration)
            {
                await client.SuggestAsync(request, new Metadata { { "authorization", token }, { "idempotency-key", Guid.CreateVersion7().ToString() } });
                Interlocked.Increment(ref done);
            }
        })));
        return done / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }
}
