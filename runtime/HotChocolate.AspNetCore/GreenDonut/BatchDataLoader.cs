namespace GreenDonut;

/// <summary>A data loader that asks for many values at once.</summary>
/// <typeparam name="TKey">What values are asked by.</typeparam>
/// <typeparam name="TValue">What is loaded.</typeparam>
public abstract class BatchDataLoader<TKey, TValue> : DataLoaderBase<TKey, TValue>
    where TKey : notnull
{
    /// <summary>Makes a loader for one request.</summary>
    /// <param name="batchScheduler">Says when a batch goes out.</param>
    /// <param name="options">How to load.</param>
    protected BatchDataLoader(IBatchScheduler batchScheduler, DataLoaderOptions options)
        : base(batchScheduler, options)
    {
    }

    /// <summary>Loads the values of a batch.</summary>
    /// <param name="keys">Different keys.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns>The values by key; a key that there is no value of is left out.</returns>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    private protected sealed override Task<IReadOnlyDictionary<TKey, TValue>> FetchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken) =>
        LoadBatchAsync(keys, cancellationToken);
}
