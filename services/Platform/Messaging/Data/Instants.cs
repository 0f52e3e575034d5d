using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Training.Messaging;

/// <summary>Instants are stored as UTC microseconds since 1970: an integer orders alike on SQLite and PostgreSQL.</summary>
internal static class Instants
{
    public static long ToMicroseconds(this DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTimeOffset.UnixEpoch.Ticks + microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    public static long Microseconds(this TimeProvider clock) => clock.GetUtcNow().ToMicroseconds();

    public static long ToMicroseconds(this TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;
}

internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToMicroseconds(), microseconds => Instants.FromMicroseconds(microseconds));

internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    date => date.ToDateOnly(), date => LocalDate.FromDateOnly(date));
