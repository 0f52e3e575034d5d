using System.Globalization;
using System.Text;

namespace Training.Sanctions;

/// <summary>A text as its reader sees it: digits and dashes of any script as ASCII's, invisible characters left out, any space a single blank.</summary>
internal static class PlainText
{
    private const int FullWidth = 0xFEE0;
    private const char Minus = '\u2212';

    public static bool HasControlCharacter(string text) =>
        text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));

    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.Format)
                continue;
            if (Rune.IsWhiteSpace(rune))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                    plain.Append(' ');
            }
            else if (category == UnicodeCategory.DecimalDigitNumber)
            {
                plain.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            }
            else if (category == UnicodeCategory.DashPunctuation || rune.Value == Minus)
            {
                plain.Append('-');
            }
            else if (rune.Value is > 0xFF00 and < 0xFF5F)
            {
                plain.Append((char)(rune.Value - FullWidth));
            }
            else
            {
                plain.Append(rune);
            }
        }

        return plain.ToString();
    }
}
