using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Training.Hosting;
using Training.Messaging;
using Training.Reference;
using Training.Runtime.LocalSidecar;

namespace Training.Benchmarks.Messaging;

/// <summary>The processes of the messaging rows: the reference service as publisher or as subscriber, and the local sidecar. Settings come by environment.</summary>
internal static class MessagingServers
{
    public const string Publisher = "publisher";
    public const string Subscriber = "subscriber";
    public const string SidecarProcess = "sidecar";

    public static readonly string[] Names = [Publisher, Subscriber, SidecarProcess];

    public static Task RunAsync(string which) => which == SidecarProcess ? RunSidecarAsync() : RunServiceAsync(which);

    private static async Task RunServiceAsync(string which)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.AddHosting(which);
        builder.AddReference();
        var app = builder.Build();
        app.MapHosting();
        if (which == Subscriber)
            app.MapReference();
        else
            MapWithoutReactions(app);
        await app.MigrateAsync(CancellationToken.None);
        await app.StartAsync();
        await Console.Out.WriteLineAsync("ready");
        await Task.Delay(Timeout.Infinite);
    }

    private static void MapWithoutReactions(WebApplication app)
    {
        app.MapMessaging();
        app.MapGrpcService<SuggestionsService>();
    }

    private static async Task RunSidecarAsync()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        using var loggers = LoggerFactory.Create(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Error));
        await using var sidecar = await Sidecar.StartAsync(configuration.GetSection("Sidecar").Get<SidecarOptions>()!, loggers, TimeProvider.System);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"ready {sidecar.HttpPort(Publisher)}"));
        await Task.Delay(Timeout.Infinite);
    }
}
