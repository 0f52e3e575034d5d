using Microsoft.Extensions.Configuration;

namespace Dapr.Client;

/// <summary>Where the sidecar is, as the configuration or else the environment says.</summary>
internal static class DaprDefaults
{
    public static string HttpEndpoint(IConfiguration? configuration) =>
        Value(configuration, "DAPR_HTTP_ENDPOINT") ?? $"http://127.0.0.1:{Value(configuration, "DAPR_HTTP_PORT") ?? "3500"}";

    public static string GrpcEndpoint(IConfiguration? configuration) =>
        Value(configuration, "DAPR_GRPC_ENDPOINT") ?? $"http://127.0.0.1:{Value(configuration, "DAPR_GRPC_PORT") ?? "50001"}";

    public static string? ApiToken(IConfiguration? configuration) => Value(configuration, "DAPR_API_TOKEN");

    private static string? Value(IConfiguration? configuration, string name)
    {
        var value = configuration?[name];
        if (string.IsNullOrWhiteSpace(value))
            value = Environment.GetEnvironmentVariable(name);
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }
}
