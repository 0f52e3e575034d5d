using System.Globalization;
using System.Text.RegularExpressions;

namespace Training.Sanctions;

/// <summary>Full dates in a text, as people write them: 3/14/1961, 1961-03-14, 14.3.1961, March 14, 1961, 14 March 61.</summary>
internal static class WrittenDates
{
    private const int NotLongAgo = 2;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Compiled;
    private const string Month = @"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?";
    private const string Year = @"(?<year>\d{4}|'?\d{2})";
    private const string Numbers = @"(?<year>\d{4})(?<mark>[-/.])(?<a>\d{1,2})\k<mark>(?<b>\d{1,2})|(?<a>\d{1,2})(?<mark>[-/.])(?<b>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})";
    private const string MonthFirst = $@"{Month} (?<a>\d{{1,2}})(?:st|nd|rd|th)?,? {Year}";
    private const string DayFirst = $@"(?<a>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {Month},? {Year}";

    // One by one: what looks like one of them must not hide another that begins in its midst.
    private static readonly Regex[] Dates = [.. new[] { Numbers, MonthFirst, DayFirst }.Select(shape => new Regex($@"(?<![\w./-])(?:{shape})(?![\w/-]|\.\d)", Options))];
    private static readonly Regex Birth = new($@"(?:\bd\.?o\.?b\b|\bborn\b|\bbirth ?(?:day|date)|\bdate of birth)\D{{0,16}}(?:\d{{4}}|\d{{1,2}}[-/.]\d|{Month} \d|\d{{1,2}} {Month})", Options);

    public static bool IsDate(string text) => Found(text).Any(date => YearOf(date, thisYear: 0) is not null);

    /// <summary>A date that the text calls one of birth, or one whose year lies further back than incidents usually do.</summary>
    public static bool SomebodyWasBornOn(string text, int thisYear) =>
        Birth.IsMatch(text) || Found(text).Any(date => YearOf(date, thisYear) < thisYear - NotLongAgo);

    private static IEnumerable<Match> Found(string text) => Dates.SelectMany(date => date.Matches(text));

    private static int? YearOf(Match date, int thisYear)
    {
        var day = Number(date.Groups["a"]);
        var month = date.Groups["b"].Success ? Number(date.Groups["b"]) : 1;
        if (day is < 1 or > 31 || month is < 1 or > 31 || (day > 12 && month > 12))
            return null;
        var written = date.Groups["year"].Value.TrimStart('\'');
        var year = int.Parse(written, CultureInfo.InvariantCulture);
        if (written.Length == 4)
            return year is >= 1900 and < 2200 ? year : null;
        // With dots and two digits it is as well the number of a version.
        if (date.Groups["mark"].Value == ".")
            return null;
        return year + (year > thisYear % 100 ? 1900 : 2000);
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);
}
