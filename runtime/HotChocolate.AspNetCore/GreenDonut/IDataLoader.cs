namespace GreenDonut;

/// <summary>Loads values by key: what one level of a query asks one by one goes out as one call, and nothing is asked twice.</summary>
public interface IDataLoader;

/// <summary>Loads values by key.</summary>
/// <typeparam name="TKey">What values are asked by.</typeparam>
/// <typeparam name="TValue">What is loaded.</typeparam>
public interface IDataLoader<in TKey, TValue> : IDataLoader
    where TKey : notnull
{
    /// <summary>Loads a value with the next batch, or gives the one that was loaded before.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">The batch itself ends with the request.</param>
    /// <returns>The value; null where there is none.</returns>
    Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>Loads several values, in the keys' order.</summary>
    /// <param name="keys">Their keys.</param>
    /// <param name="cancellationToken">The batch itself ends with the request.</param>
    /// <returns>The values; null in the place of each that there is none of.</returns>
    Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);
}
