namespace Training.Gateway;

/// <summary>Many things by their ids: as few calls as the contract's limit allows, at once.</summary>
internal static class Lookup
{
    /// <summary>What most batch reads take.</summary>
    public const int Most = 500;

    /// <summary>Reads in batches; what is not there is left out.</summary>
    /// <param name="keys">Different ones.</param>
    /// <param name="most">How many the contract takes at once.</param>
    /// <param name="read">Reads one batch.</param>
    public static async Task<IReadOnlyDictionary<TKey, T>> ReadAsync<TKey, T>(
        IReadOnlyList<TKey> keys, int most, Func<TKey[], Task<IEnumerable<KeyValuePair<TKey, T>>>> read)
        where TKey : notnull
    {
        var found = new Dictionary<TKey, T>(keys.Count);
        foreach (var batch in await Task.WhenAll(keys.Chunk(most).Select(read)))
            foreach (var (key, value) in batch)
                found[key] = value;
        return found;
    }
}
