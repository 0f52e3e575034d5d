using GreenDonut;

namespace HotChocolate.Execution;

/// <summary>One run of a plan: of a query, a mutation's root field, or an event of a subscription.</summary>
internal sealed class Execution(RequestExecutor executor, RequestContext request, VariableValues variables, Deadline deadline)
{
    private readonly Lock _gate = new();
    private BatchDispatcher? _dispatcher;
    private Loaders? _loaders;

    public RequestContext Request { get; } = request;

    public VariableValues Variables { get; } = variables;

    public CancellationToken Cancelled => deadline.Token;

    public BatchDispatcher Dispatcher
    {
        get
        {
            lock (_gate)
                return _dispatcher ??= new BatchDispatcher(Cancelled, executor.Time);
        }
    }

    public IDataLoader Loader(Type type)
    {
        lock (_gate)
            _loaders ??= new Loaders(Request.Services, _dispatcher ??= new BatchDispatcher(Cancelled, executor.Time));
        return _loaders.Get(type);
    }

    /// <summary>What was loaded before may have changed.</summary>
    public void ForgetLoaded()
    {
        lock (_gate)
            _loaders = null;
    }
}
