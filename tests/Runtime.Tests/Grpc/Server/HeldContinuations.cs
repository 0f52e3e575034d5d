namespace Training.Runtime.Tests.Grpc.Server;

/// <summary>Holds back what this thread leaves to be continued, from <see cref="Begin"/> to its disposal.</summary>
internal sealed class HeldContinuations : SynchronizationContext, IDisposable
{
    private readonly SynchronizationContext? _before = Current;
    private readonly List<(SendOrPostCallback Callback, object? State)> _held = [];

    private HeldContinuations()
    {
    }

    public int Count => _held.Count;

    public static HeldContinuations Begin()
    {
        var held = new HeldContinuations();
        SetSynchronizationContext(held);
        return held;
    }

    public override void Post(SendOrPostCallback d, object? state) => _held.Add((d, state));

    public void Dispose()
    {
        SetSynchronizationContext(_before);
        foreach (var (callback, state) in _held)
            ThreadPool.QueueUserWorkItem(_ => callback(state));
    }
}
