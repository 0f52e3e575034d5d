using Grpc.Core;
using Training.Benchmarks.Harness;
using Training.Benchmarks.Messaging;
using Training.Contracts;
using Training.Scenarios.V1;
using Training.Tests.Support;

namespace Training.Benchmarks.Scenarios;

/// <summary>
/// A choice in a scenario, from the call to the durable answer, ends of runs included. Callers start new runs between their choices; that time is
/// not counted, though the service spends it.
/// </summary>
internal sealed class ChoiceRate(string provider) : IBenchmark
{
    private const string Floor = "bare one-row commits";
    private const int Callers = 16;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    private readonly Guid _hospital = Guid.CreateVersion7();
    private ReferenceProcess? _service;
    private BareTransactions? _bare;
    private string _scenario = "";

    public string Work => $"choice in a scenario, 16 callers, {provider}";

    public string Unit => "choices/s";

    public IReadOnlyList<Bar> Bars => [Bar.AtLeast(1.0 / 6, Floor)];

    public async Task<IReadOnlyList<Contender>> PrepareAsync()
    {
        if (provider == TestDatabases.Postgres && PostgresServer.WhyMissing is { } why)
            return [Contender.Missing("ours", why), Contender.Missing(Floor, why)];
        _service = await ReferenceProcess.StartAsync(Servers.Scenarios, provider, ReferenceProcess.FreePort(), sidecarPort: null, database: Servers.Scenarios);
        _bare = await BareTransactions.CreateAsync(provider);
        var document = await File.ReadAllTextAsync(RepositoryRoot.At("content", "scenarios", "faxing-registration.yaml"));
        var library = new ScenarioLibrary.ScenarioLibraryClient(_service.Channel);
        _scenario = (await library.PublishScenarioAsync(new PublishScenarioRequest { Document = document }, _service.As(_hospital, Role.PrivacyOfficer))).Id;
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
        var client = new Runs.RunsClient(_service!.Channel);
        var started = TimeProvider.System.GetTimestamp();
        var callers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => TakeAsync(client, started))));
        return callers.Sum(caller => caller.Choices) / (callers.Sum(caller => caller.Spent.TotalSeconds) / Callers);
    }

    /// <summary>One employee, who takes the scenario again and again and chooses differently each time.</summary>
    private async Task<(int Choices, TimeSpan Spent)> TakeAsync(Runs.RunsClient client, long started)
    {
        var token = $"Bearer {_service!.Token(_hospital, Role.Employee)}";
        Metadata Headers() => new() { { "authorization", token }, { "idempotency-key", Guid.CreateVersion7().ToString() } };
        var (choices, spent) = (0, TimeSpan.Zero);
        while (TimeProvider.System.GetElapsedTime(started) < Duration)
        {
            var run = await client.StartRunAsync(new StartRunRequest { ScenarioId = _scenario }, Headers());
            for (var scene = run.Scene; scene is not null;)
            {
                var request = new ChooseRequest { RunId = run.Id, Scene = scene.Key, Step = scene.Step, Choice = scene.Options[choices % scene.Options.Count].Key };
                var asked = TimeProvider.System.GetTimestamp();
                var answer = await client.ChooseAsync(request, Headers());
                spent += TimeProvider.System.GetElapsedTime(asked);
                choices++;
                scene = answer.Next;
            }
        }
        return (choices, spent);
    }
}
