namespace Dapr.Client;

/// <summary>One entry of a bulk publish request.</summary>
/// <typeparam name="TValue">The type of the published value.</typeparam>
public class BulkPublishEntry<TValue>
{
    /// <summary>An entry.</summary>
    public BulkPublishEntry(string entryId, TValue eventData, string contentType, IReadOnlyDictionary<string, string>? metadata = default)
    {
        EntryId = entryId;
        EventData = eventData;
        ContentType = contentType;
        Metadata = metadata;
    }

    /// <summary>Names the entry within its request: its index.</summary>
    public string EntryId { get; }

    /// <summary>The published value.</summary>
    public TValue EventData { get; }

    /// <summary>What the value was sent as.</summary>
    public string ContentType { get; }

    /// <summary>The entry's metadata.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; }
}
