namespace Training.Messaging;

/// <summary>Wakes one background loop; raising it while the loop is busy is remembered once, raising it twice is once.</summary>
internal abstract class Signal
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    public void Raise()
    {
        if (_raised.CurrentCount > 0)
            return;
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else raised it in between: it is raised, which is all that was asked.
        }
    }

    /// <summary>Waits until it is raised, at most <paramref name="atMost"/>.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => _raised.WaitAsync(atMost, ct);
}

/// <summary>Raised after a commit that left events in the outbox.</summary>
internal sealed class OutboxSignal : Signal;

/// <summary>Raised after a commit that left entries in the audit log.</summary>
internal sealed class AuditSignal : Signal;
