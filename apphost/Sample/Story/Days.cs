using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace Training.AppHost.Sample.Story;

/// <summary>Dates of the story: each is counted from an instant that a service keeps, so that the story played again asks for the same.</summary>
internal static class Days
{
    public static string After(Timestamp instant, int days) => instant.ToDateTime().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(Timestamp instant) => After(instant, 0);
}
