using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Training.Contracts;
using Training.Hosting;
using Training.Messaging;
using Training.Tests.Support;
using Xunit;

namespace Training.Tests.Services;

/// <summary>What makes a service: its app id, its database's name, and its two module methods.</summary>
public sealed record ServiceModule(string App, string Database, Action<WebApplicationBuilder> Add, Action<WebApplication> Map);

/// <summary>
/// One service as it runs, on a database of its own, with a sidecar that takes what it publishes and delivers only what the test hands over.
/// </summary>
public sealed class ServiceUnderTest : IAsyncDisposable
{
    private const string SidecarToken = "from the sidecar";

    private static readonly HttpClient Http = new(new SocketsHttpHandler())
    {
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    private readonly TemporaryFolder _folder = new();
    private readonly ServiceModule _module;
    private readonly TestDatabase _database;
    private readonly TimeProvider _clock;
    private readonly FakeSidecar _sidecar;
    private readonly int _port = FreePort.Take();
    private readonly DevelopmentTokens _tokens;
    private WebApplication _host = null!;

    private ServiceUnderTest(ServiceModule module, TestDatabase database, TimeProvider clock, FakeSidecar sidecar)
    {
        (_module, _database, _clock, _sidecar) = (module, database, clock, sidecar);
        _tokens = DevelopmentTokens.In(_folder.Path, TimeProvider.System);
        Channel = GrpcChannel.ForAddress(Address);
    }

    public GrpcChannel Channel { get; }

    public IServiceProvider Services => _host.Services;

    public TestDatabase Database => _database;

    private string Address => $"http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}";

    /// <param name="module">The service.</param>
    /// <param name="provider">One of <see cref="TestDatabases.Providers"/>.</param>
    /// <param name="clock">The service's clock, unless it is the machine's.</param>
    public static async Task<ServiceUnderTest> StartAsync(ServiceModule module, string provider, TimeProvider? clock = null)
    {
        var service = new ServiceUnderTest(module, await TestDatabases.CreateAsync(provider), clock ?? TimeProvider.System, await FakeSidecar.StartAsync());
        try
        {
            await service.StartHostAsync();
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the service and starts it again on the same database. Says how long it took to stop.</summary>
    public async Task<TimeSpan> RestartAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        await _host.StopAsync();
        var stopped = TimeProvider.System.GetElapsedTime(began);
        await _host.DisposeAsync();
        await StartHostAsync();
        return stopped;
    }

    /// <summary>
    /// The metadata of a call: a token for this human being and role, and an idempotency key of its own unless one is given. Somebody's account is
    /// always the same unless another is named.
    /// </summary>
    public Metadata Call(Role role, MemberId? member = null, OrganisationId? organisation = null, string? key = null, string? account = null)
    {
        var subject = account ?? member?.ToString() ?? role.ToString();
        var token = _tokens.Mint(organisation ?? Somebody.Hospital, member, subject, [role], TimeSpan.FromHours(1));
        return new Metadata { { "authorization", $"Bearer {token}" }, { "idempotency-key", key ?? Guid.CreateVersion7().ToString() } };
    }

    /// <summary>Delivers an event as the sidecar would, and expects that it is taken.</summary>
    public async Task DeliverAsync(IMessage happened, OrganisationId? organisation = null, string? id = null)
    {
        var topic = happened.Descriptor.File.GetOptions().GetExtension(OptionsExtensions.Topic);
        var envelope = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = id ?? Guid.CreateVersion7().ToString(),
            ["source"] = "somebody",
            ["type"] = happened.Descriptor.FullName,
            ["topic"] = topic,
            ["pubsubname"] = "pubsub",
            ["organisation"] = (organisation ?? Somebody.Hospital).ToString(),
            ["datacontenttype"] = "application/json",
            ["data"] = JsonNode.Parse(JsonFormatter.Default.Format(happened)),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}/events/{topic}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new StringContent(envelope.ToJsonString()) { Headers = { ContentType = new MediaTypeHeaderValue("application/cloudevents+json") } },
            Headers = { { "dapr-api-token", SidecarToken } },
        };
        using var response = await Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Every event of this type that the service has published, each once; waits until there are at least so many.</summary>
    public async Task<IReadOnlyList<T>> PublishedAsync<T>(int atLeast = 1) where T : IMessage<T>, new()
    {
        await Eventually.IsTrueAsync(() => Published<T>().Count >= atLeast, $"{atLeast} events {new T().Descriptor.Name} are published");
        return Published<T>();
    }

    /// <summary>Every event of this type that the service has published by now, each once.</summary>
    public IReadOnlyList<T> Published<T>() where T : IMessage<T>, new()
    {
        var type = new T().Descriptor.FullName;
        return
        [
            .. _sidecar.Publishes.SelectMany(publish => publish.Events).DistinctBy(published => published.Id)
                .Select(published => JsonNode.Parse(published.Envelope)!)
                .Where(envelope => (string?)envelope["type"] == type)
                .Select(envelope => JsonParser.Default.Parse<T>(envelope["data"]!.ToJsonString())),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        if (_host is not null)
        {
            await _host.StopAsync();
            await _host.DisposeAsync();
        }

        await _sidecar.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartHostAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"ConnectionStrings:{_module.Database}"] = _database.ConnectionString,
            ["Hosting:GrpcPort"] = _port.ToString(CultureInfo.InvariantCulture),
            ["Hosting:ProbePort"] = "0",
            ["Hosting:DataFolder"] = _folder.Path,
            ["Messaging:AppToken"] = SidecarToken,
            ["Messaging:PollEvery"] = "00:00:00.200",
            ["DAPR_HTTP_PORT"] = _sidecar.Port.ToString(CultureInfo.InvariantCulture),
        });
        builder.Logging.ClearProviders().AddProvider(new UnexpectedErrors());
        builder.Services.AddSingleton(_clock);
        builder.AddHosting(_module.App);
        _module.Add(builder);
        _host = builder.Build();
        _host.MapHosting();
        _module.Map(_host);
        await _host.MigrateAsync(CancellationToken.None);
        await _host.StartAsync();
    }
}
