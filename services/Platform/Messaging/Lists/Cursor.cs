using System.Buffers.Text;
using System.Text.Json;

namespace Training.Messaging;

/// <summary>A place in an ordered list, as text that a caller hands back unchanged.</summary>
public static class Cursor
{
    /// <summary>Writes a place down.</summary>
    /// <param name="list">Names the list and its order: a place in one is none in another.</param>
    /// <param name="key">The values by which the list is ordered.</param>
    public static string Write(string list, params IEnumerable<string> key) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes<string[]>([list, .. key]));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="list">The list and its order.</param>
    /// <param name="token">What the caller handed back.</param>
    /// <param name="length">How many values the key has.</param>
    /// <exception cref="PageTokenNotReadable">It was not written for this list.</exception>
    public static string[] Read(string list, string token, int length)
    {
        try
        {
            var said = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(token));
            if (said?.Length == length + 1 && said[0] == list && Array.TrueForAll(said, value => value?.Contains('\0') == false))
                return said[1..];
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            // Told below.
        }
        throw new PageTokenNotReadable();
    }
}
