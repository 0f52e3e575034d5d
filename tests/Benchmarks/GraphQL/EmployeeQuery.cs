using System.Diagnostics;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using Training.Benchmarks.Harness;
using Training.Tests.Support;

namespace Training.Benchmarks.GraphQL;

/// <summary>Employees, their assignments, and the curriculum of each: a query over objects in memory.</summary>
internal sealed class EmployeeQuery(string size, int employees) : IBenchmark
{
    private const string ByHand = "Kestrel by hand";
    private const string Mercurius = "mercurius";
    private const string MercuriusJit = "mercurius with JIT";
    private const string Yoga = "graphql-yoga";
    private const int Connections = 32;

    private const string Query =
        "query Employees($first: Int!) { employees(first: $first) { id name email isManager assignments { id status due score curriculum { id title minutes } } } }";

    private readonly List<IAsyncDisposable> _running = [];
    private readonly string _body = JsonSerializer.Serialize(new { query = Query, variables = new { first = employees } });
    private HttpLoad? _load;
    private string? _answer;

    public string Work => $"GraphQL, three levels, {size}, {employees} × {EmployeeData.AssignmentsOfEach}, {Connections} concurrent";

    public string Unit => "queries/s";

    public IReadOnlyList<Bar> Bars => [Bar.AtLeast(0.5, ByHand), Bar.AtLeast(3, Mercurius), Bar.AtLeast(2, MercuriusJit), Bar.AtLeast(5, Yoga)];

    public async Task<IReadOnlyList<Contender>> PrepareAsync()
    {
        _load = new HttpLoad("/graphql", _body, Connections);
        return
        [
            await OwnAsync("ours", EmployeeServers.Ours),
            await OwnAsync(ByHand, EmployeeServers.ByHand),
            await PeerAsync(Mercurius, "mercurius"),
            await PeerAsync(MercuriusJit, "mercurius-jit"),
            await PeerAsync(Yoga, "yoga"),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        _load?.Dispose();
        foreach (var server in _running)
            await server.DisposeAsync();
    }

    private async Task<Contender> OwnAsync(string name, string server)
    {
        var process = await ChildProcess.StartDotnetAsync(typeof(EmployeeQuery).Assembly.Location, new Dictionary<string, string?>(), "ready", "serve", server);
        _running.Add(process);
        return await ContenderAsync(name, int.Parse(process.ReadyLine.Split(' ')[1]));
    }

    private async Task<Contender> PeerAsync(string name, string which)
    {
        if (NodePeer.WhyMissing is { } why)
            return Contender.Missing(name, why);
        var peer = await NodePeer.StartAsync("bench/graphql-server.js", which);
        _running.Add(peer);
        return await ContenderAsync(name, peer.Ready.GetProperty("port").GetInt32());
    }

    private async Task<Contender> ContenderAsync(string name, int port)
    {
        using var client = new HttpClient();
        using var content = new StringContent(_body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync($"http://127.0.0.1:{port}/graphql", content);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        using var json = JsonDocument.Parse(bytes);
        _answer ??= json.RootElement.GetRawText();
        using var expected = JsonDocument.Parse(_answer);
        if (!JsonElement.DeepEquals(expected.RootElement, json.RootElement))
            throw new UnreachableException($"{name} gives another answer: its figure would mean nothing.\n{json.RootElement}");
        return new Contender(name, () => _load!.RequestsPerSecondAsync(port, bytes.Length));
    }
}
