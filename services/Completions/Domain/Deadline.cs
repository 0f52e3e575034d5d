using NodaTime;

namespace Training.Completions;

/// <summary>The end of a due date where somebody works.</summary>
internal static class Deadline
{
    // Somewhere on earth a day lasts until noon of the next one in UTC.
    private static readonly Duration LastsElsewhere = Duration.FromHours(12);

    /// <summary>The first instant of the following day there: a day lasts 23 or 25 hours when clocks change. UTC where the zone is not known.</summary>
    public static DateTimeOffset Of(LocalDate day, string timeZone) =>
        (DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) ?? DateTimeZone.Utc).AtStartOfDay(day.PlusDays(1)).ToDateTimeOffset().ToUniversalTime();

    /// <summary>The first instant at which a day is over everywhere.</summary>
    public static DateTimeOffset OverEverywhere(LocalDate day) => (day.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() + LastsElsewhere).ToDateTimeOffset();

    /// <summary>The first date that is not over everywhere.</summary>
    public static LocalDate FirstOpen(DateTimeOffset now) => (Instant.FromDateTimeOffset(now) - LastsElsewhere).InUtc().Date;
}
