using Microsoft.Extensions.Hosting;

namespace Training.AppHost;

/// <summary>An app that is a guest in this process leaves signals to its host.</summary>
internal sealed class Guest : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
