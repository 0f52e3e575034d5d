using System.Collections.Concurrent;
using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using Training.Contracts;
using Training.Reference.V1;
using Training.Runtime.LocalSidecar;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>Services and their sidecar, each in a process of its own, at ports that outlive them.</summary>
internal sealed class KillableHouse : IAsyncDisposable
{
    public const string SidecarPart = "sidecar";

    private readonly TemporaryFolder _folder = new();
    private readonly string _provider;
    private readonly List<Part> _services = [];
    private readonly ConcurrentDictionary<string, ChildProcess> _running = [];
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string?> _sidecar = new() { ["Logging__LogLevel__Default"] = "Information" };
    private int _kills;
    private int _killsWhileStarting;
    private int _restarts;
    private TimeSpan _restarting;

    private KillableHouse(string provider)
    {
        _provider = provider;
        People = new People(_folder.Path);
    }

    public People People { get; }

    public int Kills => _kills;

    public int KillsWhileStarting => _killsWhileStarting;

    public TimeSpan AverageRestart
    {
        get
        {
            lock (_gate)
                return _restarting / Math.Max(1, _restarts);
        }
    }

    public static async Task<KillableHouse> StartAsync(string provider, params string[] apps)
    {
        var house = new KillableHouse(provider);
        try
        {
            foreach (var app in apps)
                await house.AddAsync(app);
            await house.StartAsync(SidecarPart);
            foreach (var app in apps)
                await house.StartAsync(app);
            return house;
        }
        catch
        {
            await house.DisposeAsync();
            throw;
        }
    }

    public Suggestions.SuggestionsClient Suggestions(string app) => new(this[app].Channel);

    public Operations.V1.Operations.OperationsClient Operations(string app) => new(this[app].Channel);

    public Metadata Call(Role role) => People.Call(People.Hospital, "Otto", role);

    public async Task<long> NumberAsync(string app, string sql)
    {
        await using var outsider = await Outsider.ConnectAsync(_provider, this[app].Database.ConnectionString);
        return await outsider.NumberAsync(sql);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync(string who)
    {
        await _running[who].DisposeAsync();
        Interlocked.Increment(ref _kills);
    }

    /// <summary>Starts what was killed.</summary>
    public async Task RestartAsync(string who)
    {
        var since = TimeProvider.System.GetTimestamp();
        await StartAsync(who);
        lock (_gate)
        {
            _restarts++;
            _restarting += TimeProvider.System.GetElapsedTime(since);
        }
    }

    /// <summary>Starts what was killed and kills it again, most likely before it is ready.</summary>
    public async Task KillWhileStartingAsync(string who, TimeSpan after)
    {
        await using var starting = Launch(who);
        await Task.Delay(after);
        Interlocked.Increment(ref _kills);
        Interlocked.Increment(ref _killsWhileStarting);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _running.Values)
            await process.DisposeAsync();
        foreach (var service in _services)
        {
            service.Channel.Dispose();
            await service.Database.DisposeAsync();
        }

        _folder.Dispose();
    }

    private Part this[string app] => _services.Single(service => service.Settings.SidecarId == app);

    private async Task StartAsync(string who) => _running[who] = await Launch(who).ReadyAsync();

    private ChildProcess Launch(string who) => who == SidecarPart
        ? ChildProcess.LaunchDotnet(typeof(Sidecar).Assembly.Location, _sidecar, $"App {_services[^1].Settings.SidecarId} uses")
        : ServiceProcess.Launch(this[who].Settings);

    private async Task AddAsync(string app)
    {
        var database = await TestDatabases.CreateAsync(_provider);
        int port = FreePort.Take(), sidecarPort = FreePort.Take();
        var entry = $"Sidecar__Apps__{_services.Count}__";
        _sidecar[entry + "Id"] = app;
        _sidecar[entry + "HttpPort"] = Text(sidecarPort);
        _sidecar[entry + "AppPort"] = Text(port);
        _sidecar[entry + "AppProtocol"] = "h2c";
        _sidecar[entry + "AppToken"] = Deliveries.Token;
        var settings = new ServiceSettings(app, new Dictionary<string, string?>
        {
            ["ConnectionStrings:suggestions"] = database.ConnectionString,
            ["Hosting:GrpcPort"] = Text(port),
            ["Hosting:ProbePort"] = "0",
            ["Hosting:DataFolder"] = _folder.Path,
            ["Messaging:AppToken"] = Deliveries.Token,
            ["Messaging:PollEvery"] = "00:00:00.200",
            ["Messaging:Lease"] = "00:00:02",
            ["Messaging:FirstWait"] = "00:00:00.050",
            ["Messaging:LongestWait"] = "00:00:00.500",
            ["DAPR_HTTP_PORT"] = Text(sidecarPort),
            ["DOTNET_TieredPGO"] = "0",
            ["Logging:LogLevel:Training"] = "None",
        });
        await RunningService.MigrateAsync(settings);
        _services.Add(new Part(settings, database, GrpcChannel.ForAddress($"http://127.0.0.1:{port}")));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Part(ServiceSettings Settings, TestDatabase Database, GrpcChannel Channel);
}
