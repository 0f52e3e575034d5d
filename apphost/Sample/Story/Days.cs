using System.Globalization;

namespace Training.AppHost.Sample.Story;

/// <summary>Dates of the story: each is counted from an instant that a service keeps, so that the story played again asks for the same.</summary>
internal static class Days
{
    public static string After(DateTimeOffset instant, int days) => instant.UtcDateTime.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset instant) => After(instant, 0);
}
