using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using Training.AppHost;
using Training.Tests.Support;

namespace Training.Benchmarks.House;

/// <summary>A program that says by /healthz when it is ready, in a process of its own.</summary>
internal sealed class HouseProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly HttpClient Http = new();

    private readonly ChildProcess _process;
    private readonly int _port;

    private HouseProcess(ChildProcess process, int port) => (_process, _port) = (process, port);

    public int Id => _process.Id;

    public Ports Ports => new(_port);

    /// <summary>The apphost as it was built, on this data folder.</summary>
    public static Task<HouseProcess> StartAppHostAsync(string dataFolder, string sample, int? people = null) => StartAsync(
        typeof(Settings).Assembly.Location,
        port => new Dictionary<string, string?>
        {
            ["TRAINING_BASE_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["TRAINING_DATA"] = dataFolder,
            ["TRAINING_SAMPLE"] = sample,
            ["TRAINING_PEOPLE"] = people?.ToString(CultureInfo.InvariantCulture),
        });

    public static Task<HouseProcess> StartEmptyAsync(string database) => StartAsync(
        typeof(EmptyApp).Assembly.Location,
        port => new Dictionary<string, string?> { [EmptyApp.Url] = $"http://127.0.0.1:{port}", [EmptyApp.Database] = database },
        "serve", EmptyApp.Name);

    /// <summary>Until the first page says that the story is told.</summary>
    public Task StoryIsToldAsync() => Eventually.IsTrueAsync(
        async () => (await Http.GetStringAsync($"http://127.0.0.1:{_port}/")).Contains("data-state=\"told\"", StringComparison.Ordinal),
        $"the story is told:\n{_process.Output}",
        Patience);

    public async ValueTask DisposeAsync()
    {
        _process.Signal(15);
        await _process.WaitForExitAsync();
        await _process.DisposeAsync();
    }

    private static async Task<HouseProcess> StartAsync(string assembly, Func<int, IReadOnlyDictionary<string, string?>> environment, params string[] arguments)
    {
        var port = FreeBlock();
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]);
        foreach (var (name, value) in environment(port))
            start.Environment[name] = value;
        var process = new HouseProcess(ChildProcess.Start(start), port);
        await Eventually.IsTrueAsync(process.IsReadyAsync, $"it is ready:\n{process._process.Output}", Patience);
        return process;
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync($"http://127.0.0.1:{_port}/healthz");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // As many free ports in a row as the apphost takes.
    private static int FreeBlock()
    {
        for (var first = 22_000; ; first += Ports.Count)
        {
            if (Enumerable.Range(first, Ports.Count).All(IsFree))
                return first;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
