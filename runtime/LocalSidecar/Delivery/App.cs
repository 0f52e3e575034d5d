using System.Collections.Concurrent;

namespace Training.Runtime.LocalSidecar.Delivery;

/// <summary>An app beside the sidecar and what is known of it.</summary>
internal sealed class App(SidecarApp settings, AppConnection? connection) : IDisposable
{
    private volatile bool _isReady = connection is null;

    public string Id => settings.Id;

    public SidecarApp Settings => settings;

    /// <summary>Null for an app that only publishes.</summary>
    public AppConnection? Connection => connection;

    /// <summary>What the app subscribes to, as it said last; null if it never said it.</summary>
    public IReadOnlyList<Subscription>? Subscriptions { get; set; } = connection is null ? [] : null;

    /// <summary>Why the app cannot be called at present; null if it can.</summary>
    public string? Unavailable { get; set; } = connection is null ? null : "has not been called yet";

    /// <summary>Whether the app has been found once, and what it subscribes to is published to.</summary>
    public bool IsReady
    {
        get => _isReady;
        set => _isReady = value;
    }

    /// <summary>Entries that the app added to the sidecar's metadata.</summary>
    public ConcurrentDictionary<string, string> Extended { get; } = new();

    public void Dispose() => connection?.Dispose();
}
