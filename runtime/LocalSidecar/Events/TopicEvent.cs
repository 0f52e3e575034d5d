namespace Training.Runtime.LocalSidecar.Events;

/// <summary>What travels on a topic: usually a JSON CloudEvent, but any bytes if it was published raw.</summary>
/// <param name="PubSub">The component.</param>
/// <param name="Topic">Where it was published; a dead letter keeps the original topic inside its body.</param>
/// <param name="Body">The message.</param>
/// <param name="Attributes">Null if the body is not a JSON object: then only raw subscriptions can take it.</param>
/// <param name="Metadata">The publisher's metadata.</param>
internal sealed record TopicEvent(
    string PubSub, string Topic, byte[] Body, EventAttributes? Attributes, IReadOnlyDictionary<string, string> Metadata);
