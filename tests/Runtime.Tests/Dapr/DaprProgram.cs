using System.Net;
using System.Threading.Channels;
using Dapr.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Training.Runtime.Tests.Dapr;

/// <summary>What an endpoint behind <c>UseCloudEvents</c> read as its request.</summary>
internal sealed record Received(string Path, string? ContentType, string Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>A C# program written against Dapr's official API alone, as a product service would be.</summary>
internal sealed class DaprProgram : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();

    private DaprProgram(WebApplication web) => _web = web;

    public int Port { get; private set; }

    public DaprClient Client => _web.Services.GetRequiredService<DaprClient>();

    /// <param name="map">Maps endpoints; each hands what it got to the given function.</param>
    /// <param name="settings">Configuration, e.g. DAPR_HTTP_PORT.</param>
    /// <param name="options">How events are unwrapped; null not to unwrap them at all.</param>
    public static async Task<DaprProgram> StartAsync(
        Action<IEndpointRouteBuilder, RequestDelegate> map,
        IReadOnlyDictionary<string, string?>? settings = null,
        global::Dapr.CloudEventsMiddlewareOptions? options = null,
        Action<DaprClientBuilder>? client = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        builder.Services.AddRoutingCore();
        builder.Services.AddDaprClient(client);
        var web = builder.Build();
        var program = new DaprProgram(web);
        if (options is not null)
            web.UseCloudEvents(options);
        web.UseRouting();
        map(web, program.ReceiveAsync);
        web.MapSubscribeHandler();
        await web.StartAsync();
        var address = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        program.Port = new Uri(address).Port;
        return program;
    }

    public async Task<Received> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _received.Reader.ReadAsync(patience.Token);
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        _received.Writer.TryWrite(new Received(
            context.Request.Path,
            context.Request.ContentType,
            await reader.ReadToEndAsync(),
            context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString())));
    }
}
