namespace Training.Runtime.LocalSidecar;

/// <summary>The configuration section <c>Sidecar</c>.</summary>
public sealed class SidecarOptions
{
    /// <summary>The apps that this sidecar stands beside.</summary>
    public List<SidecarApp> Apps { get; set; } = [];

    /// <summary>The names of the pub/sub components; <c>pubsub</c> if null.</summary>
    public List<string>? PubSub { get; set; }

    /// <summary>Who may publish and subscribe to what, by component name; without an entry everybody may everything.</summary>
    public Dictionary<string, SidecarScopes> Scopes { get; set; } = [];

    /// <summary>How many events one app handles at once.</summary>
    public int DeliveriesInFlight { get; set; } = 32;

    /// <summary>How long an app may take to answer a delivery; afterwards it counts as not reached.</summary>
    public TimeSpan DeliveryTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How often a failed delivery is repeated here before the event goes to the dead-letter topic. Null (the default) leaves repeating to the
    /// publisher without limit, as a resiliency policy without a limit would: then only dropped events are dead-lettered.
    /// </summary>
    public int? InboundRetries { get; set; }

    /// <summary>The pause before a delivery is repeated here.</summary>
    public TimeSpan InboundRetryDelay { get; set; } = TimeSpan.FromSeconds(1);
}
