using System.Diagnostics;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Training.Benchmarks.Harness;
using Training.Tests.Support;

namespace Training.Benchmarks.GraphQL;

/// <summary>Servers that are asked the same query by the same client; who gives another answer than the first is not measured.</summary>
internal sealed class QueryContenders : IAsyncDisposable
{
    public const int Connections = 32;

    private readonly List<IAsyncDisposable> _running = [];
    private readonly string _body;
    private readonly string? _token;
    private readonly bool _ofOwnProcessor;
    private readonly HttpLoad _load;
    private string? _answer;

    /// <param name="query">What is asked.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="token">By whom, where that matters.</param>
    /// <param name="ofOwnProcessor">Count the answers in a second of the processor time that the server's own process took, not in a second that passed.</param>
    public QueryContenders(string query, object variables, string? token = null, bool ofOwnProcessor = false)
    {
        (_body, _token, _ofOwnProcessor) = (JsonSerializer.Serialize(new { query, variables }), token, ofOwnProcessor);
        _load = new HttpLoad("/graphql", _body, Connections, token);
    }

    /// <summary>What this program serves under that name.</summary>
    public async Task<Contender> OwnAsync(string name, string server, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var process = await ChildProcess.StartDotnetAsync(
            typeof(QueryContenders).Assembly.Location, environment ?? new Dictionary<string, string?>(), "ready", "serve", server);
        _running.Add(process);
        return await ContenderAsync(name, int.Parse(process.ReadyLine.Split(' ')[1]), process.Id);
    }

    /// <summary>What a script of tests/peers serves.</summary>
    public async Task<Contender> PeerAsync(string name, string script, params string[] arguments)
    {
        if (NodePeer.WhyMissing is { } why)
            return Contender.Missing(name, why);
        var peer = await NodePeer.StartAsync(script, arguments);
        _running.Add(peer);
        return await ContenderAsync(name, peer.Ready.GetProperty("port").GetInt32(), peer.Id);
    }

    public async ValueTask DisposeAsync()
    {
        _load.Dispose();
        foreach (var server in _running)
            await server.DisposeAsync();
    }

    private async Task<Contender> ContenderAsync(string name, int port, int processId)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/graphql") { Content = new StringContent(_body, Encoding.UTF8, "application/json") };
        if (_token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        using var response = await client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        using var json = JsonDocument.Parse(bytes);
        if (json.RootElement.TryGetProperty("errors", out var errors))
            throw new UnreachableException($"{name} answers with errors: {errors}");
        _answer ??= json.RootElement.GetRawText();
        using var expected = JsonDocument.Parse(_answer);
        if (!JsonElement.DeepEquals(expected.RootElement, json.RootElement))
            throw new UnreachableException($"{name} gives another answer: its figure would mean nothing.\n{json.RootElement}\nand not\n{_answer}");
        return new Contender(name, () => _ofOwnProcessor ? PerProcessorSecondAsync(port, processId, bytes.Length) : _load.RequestsPerSecondAsync(port, bytes.Length));
    }

    private async Task<double> PerProcessorSecondAsync(int port, int processId, int answerLength)
    {
        using var server = Process.GetProcessById(processId);
        var before = server.TotalProcessorTime;
        var answers = await _load.RequestsPerSecondAsync(port, answerLength) * HttpLoad.Seconds;
        server.Refresh();
        return answers / (server.TotalProcessorTime - before).TotalSeconds;
    }
}
