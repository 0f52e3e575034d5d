using NodaTime;
using Training.Hosting;

namespace Training.Sanctions;

/// <summary>
/// Somebody moves a case on: who, having seen which version of it, when, who manages the case's subject by then, and the time zone of the subject's
/// site, whose calendar the case goes by.
/// </summary>
internal sealed record Step(MemberId? By, long SeenVersion, DateTimeOffset At, MemberId? LineManager, string TimeZone)
{
    public LocalDate Today => DateOf(At);

    public LocalDate DateOf(DateTimeOffset instant) => DateIn(DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) ?? DateTimeZone.Utc, instant);

    /// <summary>Whoever writes a date down may sit in another time zone than the subject: the earliest date that it was anywhere.</summary>
    public static LocalDate EarliestDateOf(DateTimeOffset instant) => DateIn(DateTimeZone.ForOffset(Offset.FromHours(-12)), instant);

    /// <summary>The latest date that it was anywhere.</summary>
    public static LocalDate LatestDateOf(DateTimeOffset instant) => DateIn(DateTimeZone.ForOffset(Offset.FromHours(14)), instant);

    private static LocalDate DateIn(DateTimeZone zone, DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(zone).Date;
}
