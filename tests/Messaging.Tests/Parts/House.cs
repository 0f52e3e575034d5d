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
    private readonly SidecarOptions _options = new();
    private readonly Dictionary<string, ServiceSettings> _settings = [];
    private Sidecar? _sidecar;

    private House() => People = new People(_folder.Path);

    public People People { get; }

    public RunningService this[string app] => _services.Single(s => s.App == app);

    public RunningService Only => _services.Single();

    public static async Task<House> StartAsync(string provider, string[]? apps = null, Action<Dictionary<string, string?>>? configure = null)
    {
        var house = new House();
        try
        {
            foreach (var app in apps ?? ["suggestions"])
                await house.AddAsync(app, provider, configure);
            await house.StartSidecarAsync();
            foreach (var app in house._settings.Keys)
                await house.StartServiceAsync(app);
            return house;
        }
        catch
        {
            await house.DisposeAsync();
            throw;
        }
    }

    public async Task StartSidecarAsync()
    {
        _sidecar = await Sidecar.StartAsync(_options, LoggerFactory.Create(_ => { }), TimeProvider.System);
        // From now on at the same ports: a sidecar that comes back is found where it was.
        foreach (var app in _options.Apps)
            app.HttpPort = _sidecar.HttpPort(app.Id);
    }

    public async Task StopSidecarAsync() => await _sidecar!.DisposeAsync();

    public async Task<RunningService> StartServiceAsync(string app)
    {
        var settings = _settings[app];
        settings.Values["DAPR_HTTP_PORT"] = _options.Apps.Single(a => a.Id == settings.SidecarId).HttpPort.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var service = await RunningService.StartAsync(app, settings, People);
        _services.Add(service);
        return service;
    }

    public async Task StopServiceAsync(string app)
    {
        var service = this[app];
        _services.Remove(service);
        await service.DisposeAsync();
    }

    public string DatabaseOf(string app) => _settings[app].Values["ConnectionStrings:suggestions"]!;

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
            await service.DisposeAsync();
        if (_sidecar is not null)
            await _sidecar.DisposeAsync();
        foreach (var database in _databases)
            await database.DisposeAsync();
        _folder.Dispose();
    }

    private async Task AddAsync(string app, string provider, Action<Dictionary<string, string?>>? configure)
    {
        var database = await TestDatabases.CreateAsync(provider);
        _databases.Add(database);
        var port = FreePort.Take();
        _options.Apps.Add(new SidecarApp { Id = app, AppPort = port, AppProtocol = "h2c", AppToken = "from the sidecar" });
        var values = new Dictionary<string, string?>
        {
            ["ConnectionStrings:suggestions"] = database.ConnectionString,
            ["Hosting:GrpcPort"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Hosting:ProbePort"] = "0",
            ["Hosting:DataFolder"] = _folder.Path,
            ["Messaging:AppToken"] = "from the sidecar",
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
