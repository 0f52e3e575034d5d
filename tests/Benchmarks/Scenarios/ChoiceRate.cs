using Grpc.Core;
using Training.Benchmarks.Harness;
using Training.Benchmarks.Messaging;
using Training.Contracts;
using Training.Scenarios.V1;
using Training.Tests.Support;

namespace Training.Benchmarks.Scenarios;

/// <summary>A choice in a scenario, from the call to the durable answer, ends of runs included; the runs are started before.</summary>
internal sealed class ChoiceRate(string provider) : IBenchmark
{
    private const string Floor = "bare one-row commits";
    private const int Callers = 16;
    private const int Scenarios = 60;

    private readonly Guid _hospital = Guid.CreateVersion7();
    private ReferenceProcess? _service;
    private BareTransactions? _bare;
    private readonly List<string> _scenarios = [];

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
        for (var copy = 0; copy < Scenarios; copy++)
        {
            var request = new PublishScenarioRequest { Document = document.Replace("code: faxing-registration", $"code: faxing-{copy}", StringComparison.Ordinal) };
            _scenarios.Add((await library.PublishScenarioAsync(request, _service.As(_hospital, Role.PrivacyOfficer))).Id);
        }
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
        var employees = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => StartAsync(client))));
        var started = TimeProvider.System.GetTimestamp();
        var choices = await Task.WhenAll(employees.Select(employee => Task.Run(() => TakeAsync(client, employee.Token, employee.Runs))));
        return choices.Sum() / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private async Task<(string Token, List<Run> Runs)> StartAsync(Runs.RunsClient client)
    {
        var token = $"Bearer {_service!.Token(_hospital, Role.Employee)}";
        var runs = new List<Run>();
        foreach (var scenario in _scenarios)
            runs.Add(await client.StartRunAsync(new StartRunRequest { ScenarioId = scenario }, Headers(token)));
        return (token, runs);
    }

    /// <summary>One employee, who chooses differently each time.</summary>
    private static async Task<int> TakeAsync(Runs.RunsClient client, string token, List<Run> runs)
    {
        var choices = 0;
        foreach (var run in runs)
        {
            for (var scene = run.Scene; scene is not null;)
            {
                var request = new ChooseRequest { RunId = run.Id, Scene = scene.Key, Step = scene.Step, Choice = scene.Options[choices++ % scene.Options.Count].Key };
                scene = (await client.ChooseAsync(request, Headers(token))).Next;
            }
        }
        return choices;
    }

    private static Metadata Headers(string token) => new() { { "authorization", token }, { "idempotency-key", Guid.CreateVersion7().ToString() } };
}
