using System.Collections.Concurrent;

namespace HotChocolate.Execution;

/// <summary>Keeps the documents that were asked last, by their text.</summary>
/// <param name="most">How many.</param>
internal sealed class DocumentCache(int most)
{
    // A few long documents must not fill the memory.
    private const int LongestKept = 32 * 1024;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _clock;

    public int Count => _entries.Count;

    public PreparedDocument? Find(string text)
    {
        if (!_entries.TryGetValue(text, out var entry))
            return null;
        entry.LastUse = Interlocked.Increment(ref _clock);
        return entry.Document;
    }

    public void Add(string text, PreparedDocument document)
    {
        if (text.Length > LongestKept || most == 0)
            return;
        _entries[text] = new Entry(document) { LastUse = Interlocked.Increment(ref _clock) };
        while (_entries.Count > most)
            _entries.TryRemove(_entries.MinBy(entry => entry.Value.LastUse));
    }

    private sealed class Entry(PreparedDocument document)
    {
        public PreparedDocument Document { get; } = document;

        public long LastUse { get; set; }
    }
}
