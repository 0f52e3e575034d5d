using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using Google.Protobuf;
using Training.Benchmarks.Harness;
using Training.Tests.Support;

namespace Training.Benchmarks.Grpc;

/// <summary>The servers that are compared, each in a process of its own, under one client (h2load) that knows nothing of them.</summary>
internal sealed class EchoPeers : IAsyncDisposable
{
    public const string Ours = "ours";
    public const string Floor = "bare Kestrel";
    public const string GrpcJs = "npm grpc-js";
    public const string Cpp = "C++ gRPC";

    private readonly List<IAsyncDisposable> _running = [];

    /// <summary>Starts all of them, sees that they answer rightly, and gives each its measurement.</summary>
    /// <param name="method">The RPC.</param>
    /// <param name="request">Sent in every call.</param>
    /// <param name="response">What a right answer's body is.</param>
    /// <param name="measure">Given a server's port, the figure.</param>
    public async Task<IReadOnlyList<Contender>> StartAsync(string method, IMessage request, byte[] response, Func<int, Task<double>> measure)
    {
        List<Contender> contenders = [];
        await AddAsync(Ours, null, () => StartOwnAsync(EchoServers.Ours));
        await AddAsync(Floor, null, () => StartOwnAsync(EchoServers.Bare));
        await AddAsync(GrpcJs, NodePeer.WhyMissing, async () =>
        {
            var peer = await NodePeer.StartAsync("bench/echo-server.js", RepositoryRoot.At("tests", "Benchmarks", "Protos", "echo.proto"));
            _running.Add(peer);
            return peer.Ready.GetProperty("port").GetInt32();
        });
        await AddAsync(Cpp, CppEchoServer.WhyMissing, async () => PortOf(await CppEchoServer.StartAsync()));
        return contenders;

        async Task AddAsync(string name, string? whyMissing, Func<Task<int>> start)
        {
            if (whyMissing is not null)
            {
                contenders.Add(Contender.Missing(name, whyMissing));
                return;
            }

            var port = await start();
            await CheckAsync(name, port, method, request, response);
            contenders.Add(new Contender(name, () => measure(port)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _running)
            await server.DisposeAsync();
    }

    private async Task<int> StartOwnAsync(string which) =>
        PortOf(await ChildProcess.StartDotnetAsync(typeof(EchoPeers).Assembly.Location, new Dictionary<string, string?>(), "ready", "serve", which));

    private int PortOf(ChildProcess process)
    {
        _running.Add(process);
        return int.Parse(process.ReadyLine.Split(' ')[1]);
    }

    private static async Task CheckAsync(string name, int port, string method, IMessage request, byte[] response)
    {
        using var client = new HttpClient();
        using var content = new ByteArrayContent(Frame.Of(request));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        using var call = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/bench.Echo/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
            Headers = { { "te", "trailers" } },
        };
        using var answer = await client.SendAsync(call);
        if (!(await answer.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(response))
            throw new UnreachableException($"{name} answers {method} with something else than it should: its figure would mean nothing.");
    }
}
