using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Training.Runtime.LocalSidecar;

var configuration = new ConfigurationBuilder()
    .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
    .AddEnvironmentVariables()
    .AddCommandLine(args)
    .Build();
using var loggers = LoggerFactory.Create(logging => logging
    .AddConfiguration(configuration.GetSection("Logging"))
    .AddFilter("Microsoft", LogLevel.Warning)
    .AddSimpleConsole(console => console.SingleLine = true));

await using var sidecar = await Sidecar.StartAsync(
    configuration.GetSection("Sidecar").Get<SidecarOptions>() ?? new SidecarOptions(), loggers, TimeProvider.System);
await sidecar.Stopped;
