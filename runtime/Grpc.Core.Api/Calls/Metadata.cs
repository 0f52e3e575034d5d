using System.Collections;

namespace Grpc.Core;

/// <summary>
/// Headers or trailers of a call, in order; a key may occur more than once. Keys are lower case; those that end in
/// <c>-bin</c> carry bytes, all others ASCII text.
/// </summary>
public sealed partial class Metadata : IList<Metadata.Entry>
{
    /// <summary>What the key of a binary entry ends with.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>Metadata without entries that cannot be changed.</summary>
    public static readonly Metadata Empty = new(readOnly: true);

    private readonly List<Entry> _entries;
    private readonly bool _readOnly;

    /// <summary>Metadata without entries.</summary>
    public Metadata() : this(readOnly: false)
    {
    }

    private Metadata(bool readOnly)
    {
        _entries = [];
        _readOnly = readOnly;
    }

    /// <inheritdoc />
    public int Count => _entries.Count;

    /// <inheritdoc />
    public bool IsReadOnly => _readOnly;

    /// <inheritdoc />
    public Entry this[int index]
    {
        get => _entries[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Changeable()[index] = value;
        }
    }

    /// <summary>The last entry of a key, or <c>null</c>. Case does not matter.</summary>
    /// <param name="key">The key.</param>
    public Entry? Get(string key)
    {
        for (var i = _entries.Count - 1; i >= 0; i--)
            if (Matches(_entries[i], key))
                return _entries[i];
        return null;
    }

    /// <summary>The last text of a key, or <c>null</c>.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="InvalidOperationException">The key is a binary one.</exception>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The last bytes of a key, or <c>null</c>.</summary>
    /// <param name="key">The key.</param>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    /// <summary>All entries of a key in order.</summary>
    /// <param name="key">The key.</param>
    public IEnumerable<Entry> GetAll(string key)
    {
        foreach (var entry in _entries)
            if (Matches(entry, key))
                yield return entry;
    }

    /// <summary>Appends a text entry.</summary>
    /// <param name="key">The key, not ending in <c>-bin</c>.</param>
    /// <param name="value">ASCII text.</param>
    public void Add(string key, string value) => Add(new Entry(key, value));

    /// <summary>Appends a binary entry.</summary>
    /// <param name="key">The key, ending in <c>-bin</c>.</param>
    /// <param name="valueBytes">The bytes; copied.</param>
    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    /// <inheritdoc />
    public void Add(Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Changeable().Add(item);
    }

    /// <inheritdoc />
    public void Insert(int index, Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Changeable().Insert(index, item);
    }

    /// <inheritdoc />
    public bool Remove(Entry item) => Changeable().Remove(item);

    /// <inheritdoc />
    public void RemoveAt(int index) => Changeable().RemoveAt(index);

    /// <inheritdoc />
    public void Clear() => Changeable().Clear();

    /// <inheritdoc />
    public bool Contains(Entry item) => _entries.Contains(item);

    /// <inheritdoc />
    public int IndexOf(Entry item) => _entries.IndexOf(item);

    /// <inheritdoc />
    public void CopyTo(Entry[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    /// <inheritdoc />
    public IEnumerator<Entry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool Matches(Entry entry, string key) => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    private List<Entry> Changeable() => _readOnly
        ? throw new InvalidOperationException("This metadata is read-only: make a new Metadata and add the entries to it.")
        : _entries;
}
