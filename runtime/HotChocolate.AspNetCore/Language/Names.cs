namespace HotChocolate.Language;

/// <summary>
/// One string for each name that is met often, so that reading a document makes few strings. Keeps at most so many; further names are made anew each time,
/// so that nobody can fill the memory with names.
/// </summary>
internal static class Names
{
    private const int Most = 4096;
    private const int LongestKept = 64;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> Kept = new(StringComparer.Ordinal);
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByText =
        Kept.GetAlternateLookup<ReadOnlySpan<char>>();

    private static int _count;

    public static string Of(ReadOnlySpan<char> written)
    {
        if (ByText.TryGetValue(written, out var kept))
            return kept;
        var name = written.ToString();
        if (name.Length <= LongestKept && Volatile.Read(ref _count) < Most && Kept.TryAdd(name, name))
            Interlocked.Increment(ref _count);
        return name;
    }
}
