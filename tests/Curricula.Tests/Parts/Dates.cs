using System.Globalization;

namespace Training.Curricula.Tests;

/// <summary>Days from today's, as the contract writes them.</summary>
internal static class Dates
{
    public static string In(int days) => Iso(TimeProvider.System.GetUtcNow(), days);

    public static string Iso(DateTimeOffset now, int days) => now.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
