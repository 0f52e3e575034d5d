using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Training.Hosting;

/// <summary>The rules of <see cref="HostingOptions"/> that no annotation can say.</summary>
internal sealed class HostingRules(IHostEnvironment environment) : IValidateOptions<HostingOptions>
{
    public ValidateOptionsResult Validate(string? name, HostingOptions options)
    {
        var failures = new List<string>();

        if (!IPAddress.TryParse(options.Address, out _))
            Refuse("Address", "must be an IP address, such as 127.0.0.1 (this machine only) or 0.0.0.0 (every network).");

        if (options.GrpcPort != 0 && options.GrpcPort == options.ProbePort)
            Refuse("ProbePort", "must differ from Hosting:GrpcPort: without TLS one port cannot speak both HTTP/2 and HTTP/1.1.");

        if (options.Identity.Authority is null && !environment.IsDevelopment())
            Refuse("Identity:Authority", "is missing: name the OpenID Connect provider, such as https://login.example.org/realms/training. Only the Development environment works without.");

        if (options.Identity.Authority is { } authority && !IsSafe(authority))
            Refuse("Identity:Authority", "must be an absolute https address (http on loopback only): signing keys are fetched from it.");

        if (options.Telemetry.Endpoint is { } endpoint && !IsHttp(endpoint))
            Refuse("Telemetry:Endpoint", "must be an absolute http or https address, such as http://localhost:4318.");

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Refuse(string key, string reason) =>
            failures.Add(ConfigurationKey.Refusal($"{HostingOptions.Section}:{key}", reason));
    }

    private static bool IsSafe(Uri address) =>
        IsHttp(address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback);

    private static bool IsHttp(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
