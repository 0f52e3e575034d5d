namespace Dapr;

/// <summary>Says whether a subscriber wants messages as they were published.</summary>
public interface IRawTopicMetadata
{
    /// <summary>True for raw messages.</summary>
    bool? EnableRawPayload { get; }
}
