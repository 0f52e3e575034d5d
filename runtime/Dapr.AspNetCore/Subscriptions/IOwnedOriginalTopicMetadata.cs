namespace Dapr;

/// <summary>Says which metadata belongs to a topic.</summary>
public interface IOwnedOriginalTopicMetadata
{
    /// <summary>The <see cref="IOriginalTopicMetadata.Id"/>s of the topic's metadata.</summary>
    string[]? OwnedMetadatas { get; }

    /// <summary>Joins several values of one name; a comma if null.</summary>
    string? MetadataSeparator { get; }
}
