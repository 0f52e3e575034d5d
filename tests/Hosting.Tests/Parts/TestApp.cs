using System.Net.Http;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Training.Contracts;
using Training.Tests.Support;

namespace Training.Hosting.Tests;

/// <summary>A service as its Program.cs would start it, on free ports, with its own data folder.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private TestApp(WebApplication app, TemporaryFolder folder, CapturedLogs logs)
    {
        App = app;
        _folder = folder;
        Logs = logs;
        Http = new HttpClient { BaseAddress = app.ProbeAddress() };
        Channel = GrpcChannel.ForAddress(app.GrpcAddress());
    }

    public WebApplication App { get; }

    public CapturedLogs Logs { get; }

    /// <summary>Speaks HTTP/1.1 to the probe port.</summary>
    public HttpClient Http { get; }

    public GrpcChannel Channel { get; }

    public Doors.DoorsClient Doors => new(Channel);

    public DoorsService Service => App.Services.GetRequiredService<DoorsService>();

    public string DataFolder => _folder.Path;

    public DevelopmentTokens Tokens => App.Services.GetRequiredService<DevelopmentTokens>();

    public static async Task<TestApp> Start(
        string environment = "Development", string name = "doors", Action<WebApplicationBuilder>? also = null, params (string Key, string Value)[] settings)
    {
        var folder = new TemporaryFolder();
        try
        {
            var builder = Builder(environment, name, folder.Path, settings);
            var logs = new CapturedLogs();
            builder.Logging.AddProvider(logs);
            builder.Services.AddSingleton<DoorsService>();
            also?.Invoke(builder);

            var app = builder.Build();
            app.MapHosting();
            app.MapGrpcService<DoorsService>();
            app.MapGrpcService<OperationsService>();
            await app.StartAsync();
            return new TestApp(app, folder, logs);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public Metadata As(params Role[] roles) => As(Tokens, roles);

    public static Metadata As(DevelopmentTokens tokens, params Role[] roles) =>
        Bearer(tokens.Mint(OrganisationId.New(TimeProvider.System), MemberId.New(TimeProvider.System), "someone", roles, TimeSpan.FromMinutes(5)));

    public static Metadata Bearer(string token) => new() { { "authorization", $"Bearer {token}" } };

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        Http.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        _folder.Dispose();
    }

    private static WebApplicationBuilder Builder(string environment, string name, string folder, (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = folder });
        builder.Configuration
            .AddInMemoryCollection([new("Hosting:GrpcPort", "0"), new("Hosting:ProbePort", "0"), new("Hosting:DataFolder", folder), new("Logging:Console:LogLevel:Default", "None")])
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddHosting(name);
        return builder;
    }
}
