using System.Text;

namespace Training.Sanctions;

/// <summary>Free text of a case: short, and without patient data.</summary>
internal static class Wording
{
    public const int Longest = 1000;
    public const int LongestFileNumber = 64;

    public static string Required(string field, string text, DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(text) ? throw new TextMissing(field) : Optional(field, text, now);

    public static string Optional(string field, string text, DateTimeOffset now)
    {
        if (text.Length > Longest)
            throw new TextTooLong(field, text.Length);
        return PatientIdentifiers.FirstIn(text, now.Year) is { } seen ? throw new LooksLikePatientData(field, seen) : text;
    }

    /// <summary>HR's own number is no patient's: it is not screened, only short and printable.</summary>
    public static string FileNumber(string field, string text) =>
        text.Length is > 0 and <= LongestFileNumber && !text.EnumerateRunes().Any(Rune.IsControl) ? text : throw new FileNumberUnusable(field);
}
