namespace Dapr.Client;

/// <summary>What became of a bulk publish request.</summary>
/// <param name="failedEntries">The entries that failed.</param>
/// <typeparam name="TValue">The type of the published values.</typeparam>
public class BulkPublishResponse<TValue>(List<BulkPublishResponseFailedEntry<TValue>> failedEntries)
{
    /// <summary>The entries that failed; empty when all were accepted.</summary>
    public List<BulkPublishResponseFailedEntry<TValue>> FailedEntries { get; } = failedEntries;
}
