using System.Buffers;
using System.Globalization;
using System.Text;

namespace Grpc.Shared;

/// <summary>
/// How <c>grpc-message</c> carries text: UTF-8 in which only '%' and what is not printable ASCII is escaped. Escaping more
/// would show escapes to users of clients that decode like a URI.
/// </summary>
internal static class PercentEncoding
{
    private const string Hex = "0123456789ABCDEF";
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        string.Concat(Enumerable.Range(0x20, 0x7F - 0x20).Select(c => (char)c).Where(c => c != '%')));

    public static string Encode(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(Plain);
        if (first < 0)
            return text;

        var encoded = new StringBuilder(text.Length + 32).Append(text, 0, first);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.AsSpan(first).EnumerateRunes())
        {
            if (rune.Value is >= 0x20 and <= 0x7E and not '%')
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
                encoded.Append('%').Append(Hex[b >> 4]).Append(Hex[b & 15]);
        }

        return encoded.ToString();
    }

    /// <summary>Never fails: an escape that is none stays as it is, bytes that are no UTF-8 become U+FFFD.</summary>
    public static string Decode(string text)
    {
        var first = text.IndexOf('%');
        if (first < 0)
            return text;

        var bytes = new ArrayBufferWriter<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.GetSpan(1)[0] = byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                bytes.Advance(1);
                i += 2;
                continue;
            }

            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            bytes.Advance(Encoding.UTF8.GetBytes(text.AsSpan(i, length), bytes.GetSpan(4)));
            i += length - 1;
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
