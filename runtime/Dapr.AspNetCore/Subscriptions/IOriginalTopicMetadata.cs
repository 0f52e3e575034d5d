namespace Dapr;

/// <summary>Metadata of a subscription, as the pub/sub component understands it.</summary>
public interface IOriginalTopicMetadata
{
    /// <summary>Which topics own it; without an id it belongs to all topics of the endpoint.</summary>
    string? Id { get; }

    /// <summary>The name.</summary>
    string Name { get; }

    /// <summary>The value.</summary>
    string Value { get; }
}
