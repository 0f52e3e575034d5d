using Grpc.HealthCheck;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Training.Tests.Support;
using Xunit;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>grpc.health.v1, asked by npm's grpc-health-check protos and grpc-js.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private const string Script = "grpc/health-client.js";
    private const int NotFound = 5;
    private const int Cancelled = 1;
    private const int ResourceExhausted = 8;

    private readonly Switch _database = new();
    private GrpcHost _host = null!;

    public async Task InitializeAsync() => _host = await StartAsync(useCache: false);

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [SkippableFact]
    public async Task Check_answers_SERVING_when_all_checks_are_healthy() =>
        Assert.Equal("SERVING", (await Ask("check", "")).GetProperty("status").GetString());

    [SkippableFact]
    public async Task Check_answers_NOT_SERVING_when_a_check_of_the_service_fails()
    {
        _database.Healthy = false;
        Assert.Equal("NOT_SERVING", (await Ask("check", "")).GetProperty("status").GetString());
        Assert.Equal("NOT_SERVING", (await Ask("check", "training.Roster")).GetProperty("status").GetString());
        Assert.Equal("SERVING", (await Ask("check", "training.Other")).GetProperty("status").GetString());
    }

    [SkippableFact]
    public async Task Check_answers_NOT_FOUND_when_the_service_is_unknown() =>
        Assert.Equal(NotFound, (await Ask("check", "nobody")).GetProperty("code").GetInt32());

    [SkippableFact]
    public async Task List_answers_every_service()
    {
        _database.Healthy = false;
        var statuses = (await Ask("list")).GetProperty("statuses");
        Assert.Equal("NOT_SERVING", statuses.GetProperty("").GetProperty("status").GetString());
        Assert.Equal("NOT_SERVING", statuses.GetProperty("training.Roster").GetProperty("status").GetString());
        Assert.Equal("SERVING", statuses.GetProperty("training.Other").GetProperty("status").GetString());
    }

    [SkippableFact]
    public async Task List_answers_RESOURCE_EXHAUSTED_when_there_are_more_than_100_services()
    {
        await using var host = await StartAsync(useCache: true);
        var published = host.App.Services.GetRequiredService<HealthServiceImpl>();
        for (var i = 0; i < 101; i++)
            published.SetStatus($"service{i}", ServingStatus.Serving);
        Assert.Equal(ResourceExhausted, (await Ask(host, "list")).GetProperty("code").GetInt32());
    }

    [SkippableFact]
    public async Task Watch_tells_the_status_at_once_and_then_each_change()
    {
        NodePeer.SkipIfMissing();
        var published = _host.App.Services.GetRequiredService<HealthServiceImpl>();
        published.SetStatus("training.Roster", ServingStatus.Serving);
        var watching = NodePeer.RunAsync(Script, _host.Port, "watch", "training.Roster", "3");
        await Eventually.IsTrueAsync(() => _database.Runs > 0, "the watch ran the checks for its first answer");
        published.SetStatus("training.Roster", ServingStatus.NotServing);
        published.SetStatus("training.Roster", ServingStatus.Serving);

        var lines = (await watching).JsonLines();
        Assert.Equal(["SERVING", "NOT_SERVING", "SERVING"], lines.SkipLast(1).Select(line => line.GetProperty("status").GetString()));
        Assert.Equal(Cancelled, lines[^1].GetProperty("code").GetInt32());
    }

    [SkippableFact]
    public async Task Watch_says_SERVICE_UNKNOWN_and_stays_open_when_the_service_is_unknown()
    {
        NodePeer.SkipIfMissing();
        await using var watching = await ChildProcess.StartAsync(
            new("node", [RepositoryRoot.At("tests", "peers", Script), _host.Port, "watch", "late", "2"]), "SERVICE_UNKNOWN");
        _host.App.Services.GetRequiredService<HealthServiceImpl>().SetStatus("late", ServingStatus.Serving);
        Assert.Equal(0, await watching.WaitForExitAsync());
        Assert.Contains("\"SERVING\"", watching.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Watch_says_NOT_SERVING_and_ends_when_the_server_stops()
    {
        NodePeer.SkipIfMissing();
        await using var host = await StartAsync(useCache: false);
        await using var watching = await ChildProcess.StartAsync(
            new("node", [RepositoryRoot.At("tests", "peers", Script), host.Port, "watch", "", "9"]), "SERVING");
        await host.App.StopAsync();
        Assert.Equal(0, await watching.WaitForExitAsync());
        Assert.Contains("NOT_SERVING", watching.Output, StringComparison.Ordinal);
        Assert.Contains("\"code\":0", watching.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Check_answers_what_was_published_when_the_cache_is_used()
    {
        await using var host = await StartAsync(useCache: true);
        _database.Healthy = false;
        host.App.Services.GetRequiredService<HealthServiceImpl>().SetStatus("", ServingStatus.Serving);
        Assert.Equal("SERVING", (await Ask(host, "check", "")).GetProperty("status").GetString());
    }

    private Task<System.Text.Json.JsonElement> Ask(params string[] arguments) => Ask(_host, arguments);

    private static async Task<System.Text.Json.JsonElement> Ask(GrpcHost host, params string[] arguments)
    {
        NodePeer.SkipIfMissing();
        return (await NodePeer.RunAsync(Script, [host.Port, .. arguments])).JsonLines().Single();
    }

    private Task<GrpcHost> StartAsync(bool useCache) => GrpcHost.StartAsync(
        app => app.MapGrpcHealthChecksService(),
        builder =>
        {
            builder.Services.AddGrpcHealthChecks(options =>
            {
                options.UseHealthChecksCache = useCache;
                options.Services.Map("training.Roster", check => check.Tags.Contains("roster"));
                options.Services.Map("training.Other", check => check.Name == "other");
            }).AddCheck("database", _database, tags: ["roster"]).AddCheck("other", () => HealthCheckResult.Degraded());
            builder.Services.Configure<HealthCheckPublisherOptions>(options => options.Delay = TimeSpan.FromHours(1));
        });

    private sealed class Switch : IHealthCheck
    {
        private int _runs;

        public bool Healthy { get; set; } = true;

        public int Runs => _runs;

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _runs);
            return Task.FromResult(Healthy ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
        }
    }
}
