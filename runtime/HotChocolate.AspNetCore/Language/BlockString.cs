using System.Text;

namespace HotChocolate.Language;

/// <summary>Strings between three quotation marks, whose common indentation is not part of them (specification, section 2.9.4).</summary>
internal static class BlockString
{
    private const string Quotes = "\"\"\"";
    private const int LongestOnOneLine = 70;

    /// <summary>Where the block string that opens here ends, behind its closing quotation marks.</summary>
    public static int EndOf(string text, int opening)
    {
        var at = opening + 3;
        while (at < text.Length)
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith(Quotes, StringComparison.Ordinal))
                return at + 3;
            if (rest.StartsWith("\\\"\"\"", StringComparison.Ordinal))
            {
                at += 4;
                continue;
            }

            var units = SourceCharacter.UnitsAt(text, at);
            if (units == 0)
                throw new SyntaxError($"Invalid character within String: {SourceCharacter.Shown(text, at)}.", at);
            at += units;
        }

        throw new SyntaxError("Unterminated string.", at);
    }

    /// <summary>BlockStringValue(): the lines without what they are all indented by, and without blank lines at both ends.</summary>
    public static string ValueOf(ReadOnlySpan<char> raw)
    {
        var lines = Lines(raw.ToString().Replace("\\\"\"\"", Quotes, StringComparison.Ordinal));
        var indent = CommonIndent(lines);
        var first = lines.FindIndex(line => !IsBlank(line));
        if (first < 0)
            return "";
        var last = lines.FindLastIndex(line => !IsBlank(line));
        var value = new StringBuilder(raw.Length);
        for (var i = first; i <= last; i++)
        {
            if (i > first)
                value.Append('\n');
            value.Append(i == 0 ? lines[i] : lines[i][Math.Min(indent, lines[i].Length)..]);
        }

        return value.ToString();
    }

    /// <summary>Writes a value that <see cref="CanHold"/> so that reading it gives the same value.</summary>
    public static void Print(StringBuilder text, string value)
    {
        var escaped = value.Replace(Quotes, "\\\"\"\"", StringComparison.Ordinal);
        var lines = Lines(escaped);
        var onlyFirstAtMargin = lines.Count > 1 && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var endsLikeQuotes = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var ownLastLine = (value.EndsWith('"') && !endsLikeQuotes) || value.EndsWith('\\');
        var manyLines = lines.Count > 1 || value.Length > LongestOnOneLine || ownLastLine || endsLikeQuotes;
        var startsIndented = lines.Count == 1 && value.Length > 0 && value[0] is ' ' or '\t';
        text.Append(Quotes);
        if ((manyLines && !startsIndented) || onlyFirstAtMargin)
            text.Append('\n');
        text.Append(escaped);
        if (manyLines)
            text.Append('\n');
        text.Append(Quotes);
    }

    /// <summary>Whether a block string can say this: nothing that its reading would strip or that needs an escape.</summary>
    public static bool CanHold(string value)
    {
        if (value.Length == 0)
            return true;
        if (value.Any(c => c is (< ' ' and not ('\n' or '\t'))))
            return false;
        var lines = value.Split('\n');
        return !IsBlank(lines[0]) && !IsBlank(lines[^1]) && (lines.Length == 1 || lines.Any(line => !IsBlank(line) && line[0] is not (' ' or '\t')));
    }

    private static List<string> Lines(string text) => [.. text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n')];

    private static int CommonIndent(List<string> lines)
    {
        var common = int.MaxValue;
        foreach (var line in lines.Skip(1))
        {
            if (!IsBlank(line))
                common = Math.Min(common, line.AsSpan().IndexOfAnyExcept(' ', '\t'));
        }

        return common == int.MaxValue ? 0 : common;
    }

    private static bool IsBlank(string line) => line.AsSpan().IndexOfAnyExcept(' ', '\t') < 0;
}
