namespace Dapr;

/// <summary>A subscription to a topic, for <c>WithTopic</c>.</summary>
public class TopicOptions
{
    /// <summary>The topic; required.</summary>
    public string? Name { get; set; }

    /// <summary>The pub/sub component; required.</summary>
    public string? PubsubName { get; set; }

    /// <summary>Whether messages come as they were published.</summary>
    public bool EnableRawPayload { get; set; }

    /// <summary>A CEL expression that an event must match.</summary>
    public string? Match { get; set; }

    /// <summary>In which order rules are tried, lowest first.</summary>
    public int Priority { get; set; }

    /// <summary>The <see cref="IOriginalTopicMetadata.Id"/>s of the topic's metadata.</summary>
    public string[]? OwnedMetadatas { get; set; }

    /// <summary>Joins several values of one name.</summary>
    public string? MetadataSeparator { get; set; }

    /// <summary>Where events go that this subscriber drops.</summary>
    public string? DeadLetterTopic { get; set; }

    /// <summary>Metadata for the pub/sub component.</summary>
    public IDictionary<string, string>? Metadata;
}
