using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Training.AppHost.Sample;
using Training.Gateway;
using Training.Hosting;

namespace Training.Benchmarks.Gateway;

/// <summary>The gateway as a process of its own, as its program would run it. Says <c>ready PORT</c>.</summary>
internal static class GatewayServer
{
    public const string Name = "gateway";

    public static IReadOnlyDictionary<string, string?> SettingsFor(ServiceAddresses services, string dataFolder) => new Dictionary<string, string?>
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Hosting__WebPort"] = "0",
        ["Hosting__DataFolder"] = dataFolder,
        ["Logging__LogLevel__Default"] = "Warning",
        ["Upstream__Workforce"] = services.Workforce.AbsoluteUri,
        ["Upstream__Curricula"] = services.Curricula.AbsoluteUri,
        ["Upstream__Scenarios"] = services.Scenarios.AbsoluteUri,
        ["Upstream__Completions"] = services.Completions.AbsoluteUri,
        ["Upstream__Sanctions"] = services.Sanctions.AbsoluteUri,
    };

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.AddWebHosting(Name);
        builder.AddGateway();
        // Fifty employees with ten assignments each are more than one operation may cost.
        builder.Services.AddGraphQLServer().ModifyCostOptions(cost => cost.EnforceCostLimits = false);
        await using var app = builder.Build();
        app.MapWebHosting();
        app.MapGateway();
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"ready {app.WebAddress().Port}");
        await Task.Delay(Timeout.Infinite);
    }
}
