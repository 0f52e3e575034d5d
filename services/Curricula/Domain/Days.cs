using NodaTime;
using NodaTime.Text;

namespace Training.Curricula;

/// <summary>Which day it is. Sites lie all over the world; where no site's zone decides, the rule stands here.</summary>
internal static class Days
{
    private static readonly Offset First = Offset.FromHours(14);
    private static readonly Offset Last = Offset.FromHours(-12);

    /// <summary>The day that designations are asked for: UTC's.</summary>
    public static LocalDate Today(DateTimeOffset now) => At(now, Offset.Zero);

    /// <summary>The day where it is latest: what comes after it is in the future at every site.</summary>
    public static LocalDate LatestToday(DateTimeOffset now) => At(now, First);

    /// <summary>The day where it is earliest: what comes before it is over at every site.</summary>
    public static LocalDate EarliestToday(DateTimeOffset now) => At(now, Last);

    /// <exception cref="DateNotReadable">It is no ISO date.</exception>
    public static LocalDate Parse(string field, string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value : throw new DateNotReadable(field);

    private static LocalDate At(DateTimeOffset now, Offset offset) => Instant.FromDateTimeOffset(now).WithOffset(offset).Date;
}
