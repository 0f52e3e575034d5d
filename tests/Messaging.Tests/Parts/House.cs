using Microsoft.Extensions.Logging;
using Training.Runtime.LocalSidecar;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>A sidecar and the reference service under one or several app ids, each on a database of its own: the real parts, in this process.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<TestDatabase> _databases = [];
    private readonly List<RunningService> _services = [];
    private readonly List<ServiceProcess> _processes = [];
    private readonly SidecarOptions _options = new();
    private readonly Dictionary<string, ServiceSettings> _settings = [];
    private FakeSidecar? _fake;
    private Sidecar? _sidecar;

    private House() => People = new People(_folder.Path);

    public People People { get; }

    /// <summary>What the sidecar is started with, the next time.</summary>
    public SidecarOptions SidecarOptions => _options;

    public RunningService this[string app] => _services.Single(s => s.App == app);

    public RunningService Only => _services.Single();

    /// <summary>Starts all parts.</summary>
    /// <param name="provider">The databases' provider.</param>
    /// <param name="apps">The app ids; one, <c>suggestions</c>, if not given.</param>
    /// <param name="configure">Changes each service's settings.</param>
    /// <param name="fake">Stands in for the sidecar.</param>
    /// <param name="asProcess">The app whose database is made and which is not started: the test starts its process.</param>
    public static async Task<House> StartAsync(
        string provider, string[]? apps = null, Action<Dictionary<string, string?>>? configure = null, FakeSidecar? fake = null, string? asProcess = null)
    {
        var house = new House { _fake = fake };
        try
        {
            foreach (var app in apps ?? ["suggestions"])
                await house.AddAsync(app, provider, configure);
            if (fake is null)
                await house.StartSidecarAsync();
            foreach (var app in house._settings.Keys.Where(app => app != asProcess))
                await house.StartServiceAsync(app);
            if (asProcess is not null)
                await RunningService.MigrateAsync(house._settings[asProcess]);
            return house;
        }
        catch
        {
            await house.DisposeAsync();
            throw;
        }
    }

    /// <summary>Always at the same ports: a sidecar that comes back is found where it was.</summary>
    public async Task StartSidecarAsync() => _sidecar = await Sidecar.StartAsync(_options, LoggerFactory.Create(_ => { }), TimeProvider.System);

    public async Task StopSidecarAsync() => await _sidecar!.DisposeAsync();

    public async Task<RunningService> StartServiceAsync(string app)
    {
        var service = await RunningService.StartAsync(app, SettingsOf(app), People);
        _services.Add(service);
        return service;
    }

    /// <summary>One more host of the same service, on the same database.</summary>
    public Task<RunningService> StartTwinAsync(string app)
    {
        var twin = $"{app}-twin";
        _settings[twin] = _settings[app] with { Values = new(_settings[app].Values) { ["Hosting:GrpcPort"] = Text(FreePort.Take()) } };
        return StartServiceAsync(twin);
    }

    public async Task<ServiceProcess> StartProcessAsync(string app)
    {
        var process = await ServiceProcess.StartAsync(SettingsOf(app));
        _processes.Add(process);
        return process;
    }

    public async Task StopServiceAsync(string app)
    {
        var service = this[app];
        _services.Remove(service);
        await service.DisposeAsync();
    }

    public string DatabaseOf(string app) => _settings[app].Values["ConnectionStrings:suggestions"]!;

    /// <summary>The port of the sidecar's HTTP API that is this app's.</summary>
    public int SidecarPort(string app) => _fake?.Port ?? _options.Apps.Single(a => a.Id == _settings[app].SidecarId).HttpPort;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        foreach (var service in _services)
            await service.DisposeAsync();
        if (_sidecar is not null)
            await _sidecar.DisposeAsync();
        foreach (var database in _databases)
            await database.DisposeAsync();
        _folder.Dispose();
    }

    private ServiceSettings SettingsOf(string app)
    {
        _settings[app].Values["DAPR_HTTP_PORT"] = Text(SidecarPort(app));
        return _settings[app];
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task AddAsync(string app, string provider, Action<Dictionary<string, string?>>? configure)
    {
        var database = await TestDatabases.CreateAsync(provider);
        _databases.Add(database);
        var port = FreePort.Take();
        _options.Apps.Add(new SidecarApp { Id = app, AppPort = port, HttpPort = FreePort.Take(), AppProtocol = "h2c", AppToken = Deliveries.Token });
        var values = new Dictionary<string, string?>
        {
            ["ConnectionStrings:suggestions"] = database.ConnectionString,
            ["Hosting:GrpcPort"] = Text(port),
            ["Hosting:ProbePort"] = "0",
            ["Hosting:DataFolder"] = _folder.Path,
            ["Messaging:AppToken"] = Deliveries.Token,
            ["Messaging:PollEvery"] = "00:00:00.200",
            ["Messaging:FirstWait"] = "00:00:00.050",
            ["Messaging:LongestWait"] = "00:00:00.500",
        };
        configure?.Invoke(values);
        _settings[app] = new ServiceSettings(app, values);
    }
}

/// <summary>How a service is started.</summary>
internal sealed record ServiceSettings(string SidecarId, Dictionary<string, string?> Values);
