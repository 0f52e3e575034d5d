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

    public LocalDate DateOf(DateTimeOffset instant) =>
        Instant.FromDateTimeOffset(instant).InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) ?? DateTimeZone.Utc).Date;
}
