using Microsoft.AspNetCore.Builder;
using Training.Hosting;
using Training.Messaging;

namespace Training.Benchmarks;

/// <summary>One of our services as a process of its own. Settings come by environment.</summary>
internal static class ServiceServer
{
    public static async Task RunAsync(string app, Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.AddHosting(app);
        add(builder);
        await using var service = builder.Build();
        service.MapHosting();
        map(service);
        await service.MigrateAsync(CancellationToken.None);
        await service.StartAsync();
        await Console.Out.WriteLineAsync("ready");
        await Task.Delay(Timeout.Infinite);
    }
}
