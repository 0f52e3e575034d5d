namespace Training.Gateway.Types;

/// <summary>What was added or changed since a place in the order of all changes.</summary>
internal abstract class Changes<T>(IReadOnlyList<T> items, string changedUntil, bool hasMore)
{
    /// <summary>Each once, as it is now, in the order in which they last changed.</summary>
    public IReadOnlyList<T> Items => items;

    /// <summary>Keep it and send it as changedSince next time: nothing is missed, and nothing comes twice without a change.</summary>
    public string ChangedUntil => changedUntil;

    /// <summary>Whether there is more already: ask again at once, with changedUntil.</summary>
    public bool HasMore => hasMore;
}
