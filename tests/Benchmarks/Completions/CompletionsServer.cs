using Microsoft.AspNetCore.Builder;
using Training.Completions;
using Training.Hosting;
using Training.Messaging;

namespace Training.Benchmarks.Completions;

/// <summary>The completions service as a process of its own. Settings come by environment.</summary>
internal static class CompletionsServer
{
    public const string Name = "completions";

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.AddHosting(Name);
        builder.AddCompletions();
        var app = builder.Build();
        app.MapHosting();
        app.MapCompletions();
        await app.MigrateAsync(CancellationToken.None);
        await app.StartAsync();
        await Console.Out.WriteLineAsync("ready");
        await Task.Delay(Timeout.Infinite);
    }
}
