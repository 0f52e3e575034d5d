using System.Globalization;
using System.Text;

namespace HotChocolate.Language;

/// <summary>Strings between single quotation marks, with escapes (specification, section 2.9.4).</summary>
internal static class StringLiteral
{
    /// <summary>Where the string that opens here ends, behind its closing quotation mark.</summary>
    /// <exception cref="SyntaxError">It does not end on its line, or holds an escape or character that is none.</exception>
    public static int EndOf(string text, int opening)
    {
        var at = opening + 1;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '"')
                return at + 1;
            if (c is '\n' or '\r')
                break;
            if (c == '\\')
            {
                at += Escape(text, at).Length;
                continue;
            }

            var units = SourceCharacter.UnitsAt(text, at);
            if (units == 0)
                throw new SyntaxError($"Invalid character within String: {SourceCharacter.Shown(text, at)}.", at);
            at += units;
        }

        throw new SyntaxError("Unterminated string.", at);
    }

    /// <summary>The value of the string token between these offsets, which <see cref="EndOf"/> has found well.</summary>
    public static string ValueOf(string text, int start, int end)
    {
        var content = text.AsSpan(start + 1, end - start - 2);
        if (!content.Contains('\\'))
            return content.ToString();
        var value = new StringBuilder(content.Length);
        for (var at = start + 1; at < end - 1;)
        {
            if (text[at] != '\\')
            {
                value.Append(text[at++]);
                continue;
            }

            var (length, point) = Escape(text, at);
            value.Append(char.ConvertFromUtf32(point));
            at += length;
        }

        return value.ToString();
    }

    private static (int Length, int Point) Escape(string text, int at)
    {
        var kind = at + 1 < text.Length ? text[at + 1] : '\0';
        return kind switch
        {
            '"' or '\\' or '/' => (2, kind),
            'b' => (2, '\b'),
            'f' => (2, '\f'),
            'n' => (2, '\n'),
            'r' => (2, '\r'),
            't' => (2, '\t'),
            'u' => at + 2 < text.Length && text[at + 2] == '{' ? VariableWidth(text, at) : FixedWidth(text, at),
            _ => throw new SyntaxError($"Invalid character escape sequence: \"{Part(text, at, 2)}\".", at),
        };
    }

    private static (int Length, int Point) VariableWidth(string text, int at)
    {
        var close = text.AsSpan(at, Math.Min(12, text.Length - at)).IndexOf('}');
        if (close > 3 && Hex(text.AsSpan(at + 3, close - 3)) is { } point && Rune.IsValid(point))
            return (close + 1, point);
        throw new SyntaxError($"Invalid Unicode escape sequence: \"{Part(text, at, close < 0 ? 4 : close + 1)}\".", at);
    }

    private static (int Length, int Point) FixedWidth(string text, int at)
    {
        if (HexAt(text, at + 2) is { } first)
        {
            if (Rune.IsValid(first))
                return (6, first);
            if (char.IsHighSurrogate((char)first) && at + 7 < text.Length && text[at + 6] == '\\' && text[at + 7] == 'u'
                && HexAt(text, at + 8) is { } second && char.IsLowSurrogate((char)second))
                return (12, char.ConvertToUtf32((char)first, (char)second));
        }

        throw new SyntaxError($"Invalid Unicode escape sequence: \"{Part(text, at, 6)}\".", at);
    }

    private static int? HexAt(string text, int at) => at + 4 <= text.Length ? Hex(text.AsSpan(at, 4)) : null;

    // TryParse takes trailing U+0000 for nothing.
    private static int? Hex(ReadOnlySpan<char> digits) =>
        !digits.Contains('\0') && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Part(string text, int at, int length) => text.Substring(at, Math.Min(length, text.Length - at));
}
