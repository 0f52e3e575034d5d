namespace HotChocolate.Validation;

/// <summary>Which pairs of fragments have been compared. A comparison of fragments whose fields may meet in one object covers that of fragments whose fields never do.</summary>
internal sealed class FragmentPairs
{
    private readonly Dictionary<(string, string), bool> _areExclusive = [];

    /// <summary>Notes a comparison; false where it, or one that covers it, was made already.</summary>
    public bool TryAdd(string one, string other, bool areExclusive)
    {
        var key = string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
        if (_areExclusive.TryGetValue(key, out var wereExclusive) && (areExclusive || !wereExclusive))
            return false;
        _areExclusive[key] = areExclusive;
        return true;
    }
}
