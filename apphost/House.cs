using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Training.AppHost.Sample;
using Training.AppHost.Sample.Page;
using Training.Runtime.LocalSidecar;

namespace Training.AppHost;

/// <summary>Everything on one machine in one process: the services, the gateway before them, the sidecar between them, the first page and the sample story.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly ILoggerFactory _loggers = LoggerFactory.Create(logging => logging
        .SetMinimumLevel(LogLevel.Warning)
        // Services start beside it: that it does not reach them for a moment is no news.
        .AddFilter("LocalSidecar", LogLevel.Error)
        .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss.fff ")));

    private readonly List<ServiceHost> _services = [];
    private CancellationTokenSource? _stopping;
    private Sidecar? _sidecar;
    private GatewayHost? _gateway;
    private FirstPage? _page;

    private House(SampleStory sample) => Sample = sample;

    public SampleStory Sample { get; }

    /// <summary>Set when a service gives up by itself.</summary>
    public CancellationToken Stopping => _stopping!.Token;

    /// <exception cref="Refusal">A port is taken, or the database cannot be reached.</exception>
    public static async Task<House> StartAsync(Settings settings, Ports ports, string dataFolder, CancellationToken ct)
    {
        ports.AreFree();
        var house = new House(SampleStory.Of(
            ports.GatewayAddress, ServiceAddresses.On(ports), dataFolder, settings.ContentFolder, settings.People, settings.Sample, Console.Out));
        try
        {
            await house.StartPartsAsync(settings, ports, dataFolder, ct);
            return house;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException or SocketException)
        {
            await house.DisposeAsync();
            throw Refusal.PortTaken(e.Message.TrimEnd('.'));
        }
        catch
        {
            await house.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Sample.Dispose();
        if (_page is not null)
            await _page.DisposeAsync();
        if (_gateway is not null)
            await _gateway.DisposeAsync();
        await Task.WhenAll(_services.Select(service => service.DisposeAsync().AsTask()));
        if (_sidecar is not null)
            await _sidecar.DisposeAsync();
        _stopping?.Dispose();
        _loggers.Dispose();
    }

    private async Task StartPartsAsync(Settings settings, Ports ports, string dataFolder, CancellationToken ct)
    {
        var configuration = new ServiceConfiguration(
            ports, dataFolder, settings.Postgres is { } server ? await PostgresDatabases.PrepareAsync(server, ct) : null);
        var page = Task.Run(async () => _page = await FirstPage.StartAsync(ports.Page, new PageReader(Sample, ports), IsReadyAsync, ct), ct);
        var sidecar = Task.Run(async () => _sidecar = await Sidecar.StartAsync(configuration.Sidecar(), _loggers, TimeProvider.System, ct), ct);
        var services = Service.All.Select(service => Task.Run(() => StartAsync(service, configuration, ct), ct)).ToList();
        var gateway = Task.Run(async () => _gateway = await GatewayHost.StartAsync(ports, dataFolder, settings.PagePackages, ct), ct);
        await Task.WhenAll([page, sidecar, gateway, .. services]);
        _stopping = CancellationTokenSource.CreateLinkedTokenSource([_gateway!.Stopping, .. _services.Select(service => service.Stopping)]);
    }

    private async Task StartAsync(Service service, ServiceConfiguration configuration, CancellationToken ct)
    {
        var host = await ServiceHost.StartAsync(service, configuration.Of(service), ct);
        lock (_services)
            _services.Add(host);
    }

    /// <summary>Whether every service would take a call now.</summary>
    private async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        ServiceHost[] started;
        lock (_services)
            started = [.. _services];
        if (started.Length < Service.All.Length || _sidecar is null || _gateway is null)
            return false;
        var answers = await Task.WhenAll(started.Select(service => service.IsReadyAsync(ct)));
        return answers.All(ready => ready);
    }
}
