namespace Training.Messaging;

/// <summary>
/// Lends one pooled context to one scope, and gives it back once, when the scope ends. The container disposes a context for every type that it was asked
/// for by; were it given back each time, a scope that began in the middle would share it with the next one. Scoped.
/// </summary>
internal sealed class ContextLease(ContextFactory contexts, DbScope scope) : IDisposable, IAsyncDisposable
{
    private ServiceDb? _lent;

    public ServiceDb Context
    {
        get
        {
            if (_lent is null)
            {
                _lent = contexts.Create(scope);
                _lent.IsLeased = true;
            }
            return _lent;
        }
    }

    public void Dispose() => TakeBack()?.Dispose();

    public async ValueTask DisposeAsync()
    {
        if (TakeBack() is { } context)
            await context.DisposeAsync();
    }

    private ServiceDb? TakeBack()
    {
        var context = _lent;
        _lent = null;
        context?.IsLeased = false;
        return context;
    }
}
