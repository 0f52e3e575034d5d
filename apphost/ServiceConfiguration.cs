using System.Globalization;
using System.Security.Cryptography;
using Training.Runtime.LocalSidecar;

namespace Training.AppHost;

/// <summary>What each service and the sidecar between them are told. Nobody else knows the tokens by which they trust each other: they are new at every start.</summary>
internal sealed class ServiceConfiguration(Ports ports, string dataFolder, IReadOnlyDictionary<Service, string>? databases)
{
    private static readonly string[] Collector = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL"];

    private readonly Dictionary<Service, string> _appTokens = Service.All.ToDictionary(service => service, _ => NewToken());
    private readonly Dictionary<Service, string> _apiTokens = Service.All.ToDictionary(service => service, _ => NewToken());

    public SidecarOptions Sidecar() => new()
    {
        Apps =
        [
            .. Service.All.Select(service => new SidecarApp
            {
                Id = service.App,
                AppPort = ports.Grpc(service),
                AppProtocol = "h2c",
                HttpPort = ports.SidecarHttp(service),
                GrpcPort = ports.SidecarGrpc(service),
                AppToken = _appTokens[service],
                ApiToken = _apiTokens[service],
            }),
        ],
    };

    public IReadOnlyDictionary<string, string?> Of(Service service)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Hosting:GrpcPort"] = Text(ports.Grpc(service)),
            ["Hosting:ProbePort"] = Text(ports.Probes(service)),
            ["Hosting:DataFolder"] = dataFolder,
            ["Hosting:DrainTime"] = "00:00:05",
            ["Messaging:AppToken"] = _appTokens[service],
            // One relay works on each database here: what a killed process had leased need not wait long for the next.
            ["Messaging:Lease"] = "00:00:10",
            ["DAPR_HTTP_PORT"] = Text(ports.SidecarHttp(service)),
            ["DAPR_API_TOKEN"] = _apiTokens[service],
            // One provider collects for the whole process; the console is the story's.
            ["Hosting:Telemetry:Enabled"] = service == Service.All[0] ? "true" : "false",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        if (databases is not null)
            settings[$"ConnectionStrings:{service.App}"] = databases[service];
        foreach (var name in Collector)
            settings[name] = Environment.GetEnvironmentVariable(name);
        return settings;
    }

    private static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
