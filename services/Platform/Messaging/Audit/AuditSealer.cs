using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Training.Messaging;

/// <summary>
/// Links the committed audit entries of each organisation into its hash chain, in batches, within a second. Chaining inside the deciding
/// transaction would make every command of an organisation wait for the one before.
/// </summary>
internal sealed class AuditSealer(
    IServiceScopeFactory scopes, AuditSignal signal, IOptions<MessagingOptions> messaging, TimeProvider clock, ILogger<AuditSealer> log) : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SealBatchAsync(stoppingToken))
                {
                }
                await signal.WaitAsync(messaging.Value.PollEvery, stoppingToken);
                await Task.Delay(messaging.Value.SealAfter, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.SealerInterrupted(e);
                await Task.WhenAny(Task.Delay(AfterTrouble, clock, stoppingToken));
            }
        }
    }

    private async Task<bool> SealBatchAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuditTable>().SealBatchAsync(ct);
    }
}
