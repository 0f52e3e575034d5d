using System.Net;
using System.Text.Json;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace Training.Hosting.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task Readiness_flips_with_its_checks_and_liveness_does_not()
    {
        var database = new Switch();
        await using var app = await With(database);

        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/readyz")).StatusCode);
        database.IsOn = false;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Http.GetAsync("/readyz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/healthz")).StatusCode);
        database.IsOn = true;
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/readyz")).StatusCode);
    }

    [Fact]
    public async Task Readiness_names_each_check_and_hides_why_it_threw()
    {
        var database = new Switch { IsOn = false };
        await using var app = await With(database);

        var text = await (await app.Http.GetAsync("/readyz")).Content.ReadAsStringAsync();
        var checks = JsonDocument.Parse(text).RootElement.GetProperty("checks");

        Assert.Equal("Healthy", checks.GetProperty("app").GetProperty("status").GetString());
        Assert.Equal("Unhealthy", checks.GetProperty("database").GetProperty("status").GetString());
        Assert.DoesNotContain(Failures.Secret, text);
        Assert.False(checks.TryGetProperty("unrelated", out _));
    }

    [Fact]
    public async Task Standard_health_service_says_the_same_to_anybody()
    {
        var database = new Switch();
        await using var app = await With(database);
        var health = new Health.HealthClient(app.Channel);

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, (await health.CheckAsync(new HealthCheckRequest())).Status);
        database.IsOn = false;
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, (await health.CheckAsync(new HealthCheckRequest())).Status);
    }

    [Fact]
    public async Task Standard_health_service_does_not_know_other_names()
    {
        await using var app = await TestApp.Start();

        var unknown = await Assert.ThrowsAsync<RpcException>(() =>
            new Health.HealthClient(app.Channel).CheckAsync(new HealthCheckRequest { Service = "nobody" }).ResponseAsync);

        Assert.Equal(StatusCode.NotFound, unknown.StatusCode);
    }

    private static Task<TestApp> With(Switch database) => TestApp.Start(also: builder => builder.Services.AddHealthChecks()
        .AddCheck("database", database, tags: ["ready"])
        .AddCheck("unrelated", () => HealthCheckResult.Unhealthy()));

    private sealed class Switch : IHealthCheck
    {
        public bool IsOn { get; set; } = true;

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            IsOn ? Task.FromResult(HealthCheckResult.Healthy()) : throw new InvalidOperationException(Failures.Secret);
    }
}
