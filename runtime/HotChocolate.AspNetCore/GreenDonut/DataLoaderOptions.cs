namespace GreenDonut;

/// <summary>How data loaders load.</summary>
public sealed class DataLoaderOptions
{
    /// <summary>How many keys go into one call at most; 0 is no limit.</summary>
    public int MaxBatchSize { get; set; } = 1024;
}
