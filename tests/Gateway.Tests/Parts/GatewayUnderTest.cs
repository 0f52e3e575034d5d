using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core.Interceptors;
using Grpc.Net.ClientFactory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Training.AppHost.Sample;
using Training.Contracts;
using Training.Hosting;

namespace Training.Gateway.Tests;

/// <summary>The gateway as its own program would run it, on a free port; a test may listen to its calls, or answer them in the services' place.</summary>
internal sealed class GatewayUnderTest : IAsyncDisposable
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:1");

    private readonly TemporaryFolder _folder = new();
    private readonly DevelopmentTokens _tokens;
    private WebApplication _app = null!;

    private GatewayUnderTest(DevelopmentTokens? tokens) => _tokens = tokens ?? DevelopmentTokens.In(_folder.Path, TimeProvider.System);

    public HttpClient Http { get; } = new();

    public Uri Address => _app.WebAddress();

    public IServiceProvider Services => _app.Services;

    /// <param name="calls">Sees every call to a service.</param>
    /// <param name="services">The services, unless <paramref name="calls"/> answers for them.</param>
    /// <param name="tokens">Who mints the callers' tokens.</param>
    /// <param name="also">What else is configured.</param>
    /// <param name="environment">Where it is run.</param>
    public static async Task<GatewayUnderTest> StartAsync(
        Interceptor calls, ServiceAddresses? services = null, DevelopmentTokens? tokens = null, Action<WebApplicationBuilder>? also = null, string environment = "Development")
    {
        var gateway = new GatewayUnderTest(tokens);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = gateway._folder.Path });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Hosting:WebPort"] = "0",
            ["Hosting:DataFolder"] = gateway._folder.Path,
            ["Hosting:Telemetry:Enabled"] = "false",
            ["Hosting:Identity:Authority"] = environment == "Development" ? null : "http://127.0.0.1:1",
            ["Upstream:Workforce"] = (services?.Workforce ?? Nowhere).AbsoluteUri,
            ["Upstream:Curricula"] = (services?.Curricula ?? Nowhere).AbsoluteUri,
            ["Upstream:Scenarios"] = (services?.Scenarios ?? Nowhere).AbsoluteUri,
            ["Upstream:Completions"] = (services?.Completions ?? Nowhere).AbsoluteUri,
            ["Upstream:Sanctions"] = (services?.Sanctions ?? Nowhere).AbsoluteUri,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore();
        builder.AddWebHosting("gateway");
        builder.AddGateway();
        builder.Services.ConfigureAll<GrpcClientFactoryOptions>(client =>
            client.InterceptorRegistrations.Add(new InterceptorRegistration(InterceptorScope.Channel, _ => calls)));
        also?.Invoke(builder);
        gateway._app = builder.Build();
        gateway._app.MapWebHosting();
        gateway._app.MapGateway();
        await gateway._app.StartAsync();
        gateway.Http.BaseAddress = gateway.Address;
        return gateway;
    }

    public string TokenOf(Role role, MemberId? member = null, OrganisationId? organisation = null, TimeSpan? lifetime = null) =>
        _tokens.Mint(organisation ?? Somebody.Hospital, member, $"a test as {role}", [role], lifetime ?? TimeSpan.FromHours(1));

    /// <summary>Asks as somebody with this token, or as nobody.</summary>
    public Task<GraphQLAnswer> AskAsync(string query, object? variables = null, string? token = null) => AskAsync(Http, query, variables, token);

    public static async Task<GraphQLAnswer> AskAsync(HttpClient http, string query, object? variables = null, string? token = null, string? operation = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(http.BaseAddress!, "graphql"))
        {
            Content = JsonContent.Create(new { query, variables, operationName = operation }),
        };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        try
        {
            return new GraphQLAnswer(response.StatusCode, JsonDocument.Parse(text).RootElement.Clone());
        }
        catch (JsonException)
        {
            Assert.Fail($"{(int)response.StatusCode} {text}");
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
