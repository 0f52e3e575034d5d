namespace Training.Runtime.LocalSidecar.Delivery;

/// <summary>An app's wish for the events of a topic.</summary>
/// <param name="PubSub">The component.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Rules">What the app said, for the metadata endpoint.</param>
/// <param name="Path">Where all events go.</param>
/// <param name="DeadLetterTopic">Where events go that the app drops; null for nowhere.</param>
/// <param name="IsRaw">Whether the app wants messages as they were published.</param>
/// <param name="Metadata">The component's metadata.</param>
internal sealed record Subscription(
    string PubSub,
    string Topic,
    IReadOnlyList<SubscriptionRule> Rules,
    string Path,
    string? DeadLetterTopic,
    bool IsRaw,
    IReadOnlyDictionary<string, string> Metadata);

internal sealed record SubscriptionRule(string Match, string Path);
