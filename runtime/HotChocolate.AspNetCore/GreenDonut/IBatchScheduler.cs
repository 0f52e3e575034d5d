namespace GreenDonut;

/// <summary>Says when the keys that were asked for go out together.</summary>
public interface IBatchScheduler
{
    /// <summary>Ends with the execution.</summary>
    internal CancellationToken Cancelled { get; }

    /// <summary>Sends the batch out when nobody can add to it any more.</summary>
    internal void Schedule(Batch batch);

    /// <summary>Somebody waits for a scheduled batch.</summary>
    internal void Wait();
}

/// <summary>Keys that go out together.</summary>
internal abstract class Batch
{
    /// <summary>Loads the values and hands them to who waits for them; never throws.</summary>
    public abstract Task LoadAsync();
}
