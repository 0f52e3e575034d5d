using System.Globalization;
using System.Net;
using System.Net.Http;
using Npgsql;
using Training.AppHost;
using Training.AppHost.Sample;

namespace Training.System.Tests;

/// <summary>The apphost, as `make run` starts it, in a process of its own; it can be killed and started again on its data.</summary>
internal sealed class AppHostInstallation : IInstallation
{
    private const string ReadyLine = "service       gRPC";
    private static readonly HttpClient Http = new();
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly TemporaryFolder _folder = new();
    private readonly Ports _ports = new(FreePort.TakeRow(Ports.Count));
    private readonly string? _postgres;
    private readonly int _people;
    private readonly string _sample;
    private readonly string? _content;
    private readonly string[] _databases;
    private ChildProcess? _process;

    private AppHostInstallation(string? postgres, int people, string sample, string? content)
    {
        (_postgres, _people, _sample, _content) = (postgres, people, sample, content);
        _databases = postgres is null ? [] : [.. Service.All.Select(service => $"{new NpgsqlConnectionStringBuilder(postgres).Database}_{service.App}")];
    }

    public ServiceAddresses Addresses => ServiceAddresses.On(_ports);

    public Uri Page => new($"http://127.0.0.1:{_ports.Page}/");

    public Uri Gateway => _ports.GatewayAddress;

    public string DataFolder => _folder.Path;

    public string Output => _process!.Output;

    public ChildProcess Process => _process!;

    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["TRAINING_BASE_PORT"] = _ports.Base.ToString(CultureInfo.InvariantCulture),
        ["TRAINING_DATA"] = _folder.Path,
        ["TRAINING_POSTGRES"] = _postgres,
        ["TRAINING_SAMPLE"] = _sample,
        ["TRAINING_CONTENT"] = _content,
        ["TRAINING_PAGE_PACKAGES"] = RepositoryRoot.At("tests", "peers", "node_modules"),
        ["TRAINING_PEOPLE"] = _people.ToString(CultureInfo.InvariantCulture),
    };

    /// <param name="provider">One of <see cref="TestDatabases.Providers"/>.</param>
    /// <param name="people">How many employees take their training.</param>
    /// <param name="sample">"yes" or "no".</param>
    /// <param name="content">What people write; what is shipped unless a test changes it.</param>
    public static async Task<AppHostInstallation> StartAsync(string provider, int people, string sample = "yes", string? content = null)
    {
        var installation = new AppHostInstallation(await PostgresAsync(provider), people, sample, content);
        try
        {
            await installation.StartAsync();
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    public async Task StartAsync() =>
        _process = await ChildProcess.StartDotnetAsync(typeof(Settings).Assembly.Location, Environment, ReadyLine);

    /// <summary>Ctrl-C; the exit code, once it has ended.</summary>
    public async Task<int> StopAsync()
    {
        // SIGTERM: a run in the background inherits that SIGINT is ignored.
        _process!.Signal(15);
        return await _process.WaitForExitAsync();
    }

    /// <summary>kill -9; returns when it is gone.</summary>
    public ValueTask KillAsync() => _process!.DisposeAsync();

    /// <summary>Until the story, which it plays by itself, is told.</summary>
    public async Task PlayAsync()
    {
        var state = "";
        await Eventually.IsTrueAsync(async () => (state = await StateIfAnsweredAsync()) is "told" or "stopped", "the story comes to an end", Patience);
        Assert.True(state == "told", Output);
    }

    /// <summary>The story's state as the first page says it.</summary>
    public async Task<string> StateAsync()
    {
        var page = await PageAsync();
        const string mark = "data-state=\"";
        var start = page.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        return page[start..page.IndexOf('"', start)];
    }

    // A busy house may answer too late; it is asked again.
    private async Task<string> StateIfAnsweredAsync()
    {
        try
        {
            return await StateAsync();
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return "";
        }
    }

    /// <summary>The first page, as text that can be searched.</summary>
    public async Task<string> PageAsync() => WebUtility.HtmlDecode(await Http.GetStringAsync(Page));

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        foreach (var database in _databases)
            await (await PostgresServer.SharedAsync()).DropDatabaseAsync(new NpgsqlConnectionStringBuilder(_postgres) { Database = database }.ConnectionString);
        _folder.Dispose();
    }

    // The apphost makes its databases itself; only a name is needed that no other test has.
    private static async Task<string?> PostgresAsync(string provider)
    {
        if (provider == TestDatabases.Sqlite)
            return null;
        PostgresServer.SkipIfMissing();
        var server = await PostgresServer.SharedAsync();
        return await server.CreateDatabaseAsync();
    }
}
