namespace Dapr;

/// <summary>Says where events go that a subscriber drops.</summary>
public interface IDeadLetterTopicMetadata
{
    /// <summary>The dead-letter topic, if any.</summary>
    string? DeadLetterTopic { get; }
}
