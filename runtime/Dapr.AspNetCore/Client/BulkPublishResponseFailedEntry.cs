namespace Dapr.Client;

/// <summary>An entry that could not be published.</summary>
/// <param name="entry">The entry.</param>
/// <param name="errorMessage">The reason.</param>
/// <typeparam name="TValue">The type of the published value.</typeparam>
public class BulkPublishResponseFailedEntry<TValue>(BulkPublishEntry<TValue> entry, string errorMessage)
{
    /// <summary>The entry.</summary>
    public BulkPublishEntry<TValue> Entry { get; } = entry;

    /// <summary>Why it failed, in the sidecar's words.</summary>
    public string ErrorMessage { get; } = errorMessage;
}
