using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Training.Messaging;

/// <summary>Ready when the database answers.</summary>
internal sealed class DatabaseHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer: see ConnectionStrings.");
    }
}

/// <summary>Degraded, and still ready, while events are parked or dead letters wait: an operator must look.</summary>
internal sealed class MessagesHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var parked = await db.Set<OutboxRow>().IgnoreQueryFilters().CountAsync(r => r.Parked, cancellationToken);
        var dead = await db.Set<DeadLetterRow>().IgnoreQueryFilters().CountAsync(d => d.Resolved == null, cancellationToken);
        return parked + dead == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(
                $"{parked} events are parked and {dead} dead letters wait: look with Operations/ListOutbox and ListDeadLetters, mend the cause, retry.",
                data: new Dictionary<string, object> { ["parked"] = parked, ["dead_letters"] = dead });
    }
}
