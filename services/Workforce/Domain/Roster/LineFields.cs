using System.Globalization;
using NodaTime;

namespace Training.Workforce;

/// <summary>The values of one line, read column by column; the first that cannot be read is the line's fault.</summary>
internal sealed class LineFields(string[] values)
{
    public const int LongestNumber = 32;
    public const int LongestEmail = 254;
    private const int LongestQuote = 40;

    public (string Column, string Reason)? Fault { get; private set; }

    public string this[string column] => values[Array.IndexOf(RosterColumns.All, column)];

    public string Number(string column, bool required)
    {
        var number = this[column];
        if (number == "" ? required : !IsNumber(number))
            Refuse(column, $"Give an employee number of 1 to {LongestNumber} letters (A-Z, a-z), digits, dots, hyphens and underscores.");
        return number;
    }

    public string Name(string column, bool required)
    {
        var name = this[column];
        if (name == "" ? required : !Text.IsName(name))
            Refuse(column, $"Give 1 to {Text.LongestName} characters, without control characters.");
        return name;
    }

    public string Email(string column)
    {
        var email = this[column];
        if (email != "" && !IsEmail(email))
            Refuse(column, $"{Quoted(email)} is not an e-mail address. Give one of at most {LongestEmail} characters, or leave the column empty.");
        return email;
    }

    public T Word<T>(string column, IReadOnlyDictionary<string, T> words)
    {
        if (words.TryGetValue(this[column], out var value))
            return value;
        Refuse(column, $"{Quoted(this[column])} is not known here. Use one of: {string.Join(", ", words.Keys)}.");
        return default!;
    }

    public string Code(string column, Func<string, bool> isRegistered, string what)
    {
        var code = this[column];
        if (!isRegistered(code))
            Refuse(column, $"{Quoted(code)} is not a registered {what}. Correct it, or register the code first.");
        return code;
    }

    public LocalDate? Date(string column)
    {
        var text = this[column];
        if (text == "")
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= 1900)
            return LocalDate.FromDateOnly(date);
        Refuse(column, $"{Quoted(text)} is not a date. Give an ISO date such as 2026-03-31.");
        return null;
    }

    public void Refuse(string column, string reason) => Fault ??= (column, reason);

    public static bool IsNumber(string text) =>
        text.Length is > 0 and <= LongestNumber && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= LongestEmail && at > 0 && at < text.Length - 1 && text.LastIndexOf('@') == at
            && !text.Contains(' ', StringComparison.Ordinal) && Text.IsReadable(text);
    }

    // What cannot be read safely is not repeated.
    private static string Quoted(string text) => text switch
    {
        "" => "An empty value",
        _ when !Text.IsReadable(text) => "A value with control characters",
        { Length: > LongestQuote } => "A value of " + text.Length.ToString(CultureInfo.InvariantCulture) + " characters",
        _ => $"'{text}'",
    };
}
