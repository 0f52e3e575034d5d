using System.Globalization;

namespace Training.Workforce;

/// <summary>What may stand in a name that people read.</summary>
internal static class Text
{
    public const int LongestName = 100;

    public static bool IsName(string text, int longest = LongestName) => text.Length > 0 && text.Length <= longest && IsReadable(text);

    /// <summary>Without control characters (U+0000 cannot even be stored), line ends and characters that nobody has assigned.</summary>
    public static bool IsReadable(string text)
    {
        foreach (var character in text)
        {
            if (char.IsAscii(character) ? char.IsControl(character) : IsForbidden(char.GetUnicodeCategory(character)))
                return false;
        }
        return true;
    }

    private static bool IsForbidden(UnicodeCategory category) => category is UnicodeCategory.Control or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
