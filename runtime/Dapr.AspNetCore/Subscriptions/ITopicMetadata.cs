namespace Dapr;

/// <summary>Says that an endpoint subscribes to a topic.</summary>
public interface ITopicMetadata
{
    /// <summary>The topic.</summary>
    string Name { get; }

    /// <summary>The pub/sub component.</summary>
    string PubsubName { get; }

    /// <summary>A CEL expression that an event must match, or null for every event.</summary>
    string? Match { get; }

    /// <summary>In which order rules are tried, lowest first.</summary>
    int Priority { get; }
}
