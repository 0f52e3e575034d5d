using System.Buffers;
using System.Collections.Concurrent;

namespace HotChocolate.PersistedOperations;

/// <summary>Documents that clients may ask for by id: a file <c>{id}.graphql</c> each. A document never changes under its id, so it is read once.</summary>
/// <param name="folder">Where the files lie.</param>
internal sealed class TrustedDocumentFolder(string folder)
{
    private const int LongestId = 128;

    // Nothing in it can leave the folder.
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly ConcurrentDictionary<string, string> _read = new(StringComparer.Ordinal);

    /// <returns><c>null</c> where there is no such document.</returns>
    public string? Find(string id)
    {
        if (_read.TryGetValue(id, out var text))
            return text;
        if (id.Length is 0 or > LongestId || id.AsSpan().ContainsAnyExcept(IdCharacters))
            return null;
        var file = new FileInfo(System.IO.Path.Combine(folder, id + ".graphql"));
        return file.Exists ? _read.GetOrAdd(id, File.ReadAllText(file.FullName)) : null;
    }
}
