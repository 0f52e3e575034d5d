using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Training.Hosting;

/// <summary>
/// Ready between the end of the start and the wish to stop. When the app stops, this is told first: it says "not ready",
/// waits until balancers have noticed, and only then the server stops taking calls.
/// </summary>
internal sealed class Readiness(IOptions<HostingOptions> options, AppId app, ListeningAddresses addresses, TimeProvider clock, ILogger<Readiness> logger)
    : IHostedLifecycleService, IHealthCheck
{
    public const string Tag = "ready";

    private volatile string _state = "starting";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_state == "running" ? HealthCheckResult.Healthy(_state) : HealthCheckResult.Unhealthy(_state));

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _state = "running";
        Log.Listening(logger, app, addresses);
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (_state == "stopping")
            return;

        _state = "stopping";
        Log.Stopping(logger, app, options.Value.DrainTime);
        await Task.Delay(options.Value.ReadinessDelay, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
