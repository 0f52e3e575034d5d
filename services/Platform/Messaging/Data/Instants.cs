using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Training.Messaging;

/// <summary>Instants are stored as UTC microseconds since 1970: an integer orders alike on SQLite and PostgreSQL.</summary>
public static class Instants
{
    /// <summary>An instant as it is stored, for SQL that is written by hand.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>Microseconds since 1970, UTC.</returns>
    public static long ToMicroseconds(this DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    internal static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTimeOffset.UnixEpoch.Ticks + microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    internal static long Microseconds(this TimeProvider clock) => clock.GetUtcNow().ToMicroseconds();

    internal static long ToMicroseconds(this TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;
}

internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToMicroseconds(), microseconds => Instants.FromMicroseconds(microseconds));

internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    date => date.ToDateOnly(), date => LocalDate.FromDateOnly(date));
