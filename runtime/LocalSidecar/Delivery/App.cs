using System.Collections.Concurrent;

namespace Training.Runtime.LocalSidecar.Delivery;

/// <summary>An app beside the sidecar and what is known of it.</summary>
internal sealed class App(SidecarApp settings, AppConnection? connection) : IDisposable
{
    public string Id => settings.Id;

    public SidecarApp Settings => settings;

    /// <summary>Null for an app that only publishes.</summary>
    public AppConnection? Connection => connection;

    /// <summary>What the app subscribes to, as it said last; null if it never said it.</summary>
    public IReadOnlyList<Subscription>? Subscriptions { get; set; } = connection is null ? [] : null;

    /// <summary>Why the app cannot be called at present; null if it can.</summary>
    public string? Unavailable { get; set; } = connection is null ? null : "has not been called yet";

    /// <summary>Whether the app has been found once.</summary>
    public bool IsReady => Subscriptions is not null;

    /// <summary>Entries that the app added to the sidecar's metadata.</summary>
    public ConcurrentDictionary<string, string> Extended { get; } = new();

    public void Dispose() => connection?.Dispose();
}
