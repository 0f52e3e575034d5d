using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Training.Runtime.LocalSidecar.Api;
using Training.Runtime.LocalSidecar.Delivery;
using Training.Runtime.LocalSidecar.Proxy;

namespace Training.Runtime.LocalSidecar;

/// <summary>
/// Dapr's HTTP API and gRPC proxy for the apps of one machine, in one process, on loopback. It keeps nothing: a publish is answered 204 only
/// when every subscriber has the event, and with an error that names the subscriber otherwise, so that the publisher tries again.
/// </summary>
public sealed class Sidecar : IAsyncDisposable
{
    private const int LongestHeaders = 4 * 1024;
    private const int StreamsPerConnection = 1000;

    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, (ListenOptions Http, ListenOptions Grpc)> _ports = [];
    private readonly IReadOnlyList<App> _apps;
    private readonly WebApplication _web;
    private readonly ILogger _log;
    private Task _watching = Task.CompletedTask;

    private Sidecar(SidecarOptions options, ILoggerFactory loggers, TimeProvider clock)
    {
        _log = loggers.CreateLogger("LocalSidecar");
        _apps = [.. options.Apps.Select(app => new App(app, OpenConnection(app, options, clock)))];
        _web = Build(loggers);
    }

    /// <summary>Completes when the sidecar has stopped: asked by an app, by a signal, or disposed of.</summary>
    public Task Stopped => _web.WaitForShutdownAsync();

    /// <summary>Starts a sidecar; it looks for its apps from now on.</summary>
    /// <exception cref="ArgumentException">The options cannot be used; the message says which and why.</exception>
    public static async Task<Sidecar> StartAsync(
        SidecarOptions options, ILoggerFactory loggers, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        SidecarOptionsCheck.Run(options);
        var sidecar = new Sidecar(options, loggers, clock);
        try
        {
            await sidecar.StartAsync(options, clock, cancellationToken);
            return sidecar;
        }
        catch
        {
            await sidecar.DisposeAsync();
            throw;
        }
    }

    /// <summary>The port of the HTTP API for an app.</summary>
    public int HttpPort(string appId) => _ports[appId].Http.IPEndPoint!.Port;

    /// <summary>The port of the gRPC proxy for an app.</summary>
    public int GrpcPort(string appId) => _ports[appId].Grpc.IPEndPoint!.Port;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _stop.CancelAsync();
        await _watching;
        await _web.DisposeAsync();
        foreach (var app in _apps)
            app.Dispose();
        _stop.Dispose();
    }

    private static AppConnection? OpenConnection(SidecarApp app, SidecarOptions options, TimeProvider clock) => app.Address is { } address
        ? new AppConnection(address, app.AppProtocol == "h2c", app.AppToken, options, clock)
        : null;

    private WebApplication Build(ILoggerFactory loggers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddSingleton(loggers);
        builder.Services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Listen);
        return builder.Build();
    }

    private void Listen(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = RequestBody.Largest;
        kestrel.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
        kestrel.Limits.MaxRequestLineSize = LongestHeaders;
        kestrel.Limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
        // A stream may be silent for as long as its two ends like.
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        foreach (var app in _apps)
        {
            kestrel.Listen(IPAddress.Loopback, app.Settings.HttpPort, http =>
                kestrel.Listen(IPAddress.Loopback, app.Settings.GrpcPort, grpc =>
                    _ports[app.Id] = (Claim(http, app, HttpProtocols.Http1), Claim(grpc, app, HttpProtocols.Http2))));
        }
    }

    /// <summary>Every request that comes in at this port is the app's.</summary>
    private static ListenOptions Claim(ListenOptions port, App app, HttpProtocols protocol)
    {
        port.Protocols = protocol;
        port.Use(next => connection =>
        {
            connection.Features.Set(app);
            return next(connection);
        });
        return port;
    }

    private async Task StartAsync(SidecarOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var components = (options.PubSub ?? ["pubsub"]).ToHashSet();
        var byId = _apps.ToDictionary(app => app.Id);
        var scopes = new TopicScopes(options.Scopes);
        var table = new SubscriptionTable(_apps);
        var gate = new PublishGate(components, scopes, clock);
        var dispatcher = new Dispatcher(table, scopes, options, clock, _log, _stop.Token);
        var edge = new HttpEdge(
            new SidecarApi(
                new PublishApi(gate, dispatcher),
                new BulkPublishApi(gate, dispatcher),
                new OperationsApi(components, options, _log, _web.Lifetime.StopApplication),
                new InvokeApi(byId, clock)),
            new GrpcProxy(byId));
        _web.Run(edge.HandleAsync);
        _watching = Task.WhenAll(_apps
            .Where(app => app.Connection is not null)
            .Select(app => new AppWatcher(app, table, scopes, clock, _log).RunAsync(_stop.Token)));
        await _web.StartAsync(cancellationToken);
        foreach (var app in _apps)
            Log.Listening(_log, app.Id, HttpPort(app.Id), GrpcPort(app.Id));
    }
}
