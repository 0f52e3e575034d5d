using System.Net;
using System.Net.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Training.Tests.Support;
using Xunit;

namespace Training.Hosting.Tests;

public sealed class WebHostingTests
{
    [Fact]
    public async Task App_for_other_systems_serves_its_pages_and_its_probes_on_one_port_and_no_grpc()
    {
        using var folder = new TemporaryFolder();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = folder.Path });
        builder.Configuration.AddInMemoryCollection([new("Hosting:WebPort", "0"), new("Hosting:DataFolder", folder.Path), new("Hosting:Telemetry:Enabled", "false")]);
        builder.WebHost.UseKestrelCore();
        builder.AddWebHosting("front");
        await using var app = builder.Build();
        app.MapWebHosting();
        app.MapGet("/page", () => "a page");
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = app.WebAddress() };

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/healthz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/readyz")).StatusCode);
        Assert.Equal("a page", await http.GetStringAsync("/page"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/grpc.health.v1.Health/Check")).StatusCode);
        Assert.Throws<InvalidOperationException>(() => app.GrpcAddress());
    }
}
