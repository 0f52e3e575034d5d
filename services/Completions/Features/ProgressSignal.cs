using System.Collections.Concurrent;
using Training.Hosting;

namespace Training.Completions;

/// <summary>Wakes those of this process who watch an organisation's progress.</summary>
internal sealed class ProgressSignal
{
    private readonly ConcurrentDictionary<OrganisationId, TaskCompletionSource> _next = new();

    /// <summary>Ends when something changes from now on. Ask for it before looking, so that nothing falls in between.</summary>
    public Task NextAsync(OrganisationId organisation) =>
        _next.GetOrAdd(organisation, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Raise(OrganisationId organisation)
    {
        if (_next.TryRemove(organisation, out var waiting))
            waiting.SetResult();
    }
}
