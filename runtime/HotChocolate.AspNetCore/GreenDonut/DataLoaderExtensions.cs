namespace GreenDonut;

/// <summary>Loads what must be there.</summary>
public static class DataLoaderExtensions
{
    /// <summary>Loads a value with the next batch.</summary>
    /// <typeparam name="TKey">What values are asked by.</typeparam>
    /// <typeparam name="TValue">What is loaded.</typeparam>
    /// <param name="dataLoader">The loader.</param>
    /// <param name="key">The value's key.</param>
    /// <param name="cancellationToken">The batch itself ends with the request.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static async Task<TValue> LoadRequiredAsync<TKey, TValue>(
        this IDataLoader<TKey, TValue> dataLoader, TKey key, CancellationToken cancellationToken = default)
        where TKey : notnull
        where TValue : notnull
    {
        ArgumentNullException.ThrowIfNull(dataLoader);
        return await dataLoader.LoadAsync(key, cancellationToken) ?? throw new KeyNotFoundException($"The key {key} could not be resolved.");
    }

    /// <summary>Loads several values, in the keys' order.</summary>
    /// <typeparam name="TKey">What values are asked by.</typeparam>
    /// <typeparam name="TValue">What is loaded.</typeparam>
    /// <param name="dataLoader">The loader.</param>
    /// <param name="keys">The values' keys.</param>
    /// <param name="cancellationToken">The batch itself ends with the request.</param>
    /// <returns>The values.</returns>
    /// <exception cref="KeyNotFoundException">One of them is missing.</exception>
    public static async Task<IReadOnlyList<TValue>> LoadRequiredAsync<TKey, TValue>(
        this IDataLoader<TKey, TValue> dataLoader, IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
        where TKey : notnull
        where TValue : notnull
    {
        ArgumentNullException.ThrowIfNull(dataLoader);
        var values = await dataLoader.LoadAsync(keys, cancellationToken);
        var missing = keys.Zip(values).Where(one => one.Second is null).Select(one => one.First).ToList();
        return missing.Count == 0 ? [.. values.Select(value => value!)] : throw new KeyNotFoundException($"The keys {string.Join(", ", missing)} could not be resolved.");
    }
}
