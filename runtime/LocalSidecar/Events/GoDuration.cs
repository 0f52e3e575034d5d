using System.Globalization;

namespace Training.Runtime.LocalSidecar.Events;

/// <summary>A positive duration as Go writes it (<c>1h30m</c>, <c>1.5s</c>, <c>300ms</c>) or as whole seconds.</summary>
internal static class GoDuration
{
    private const double Longest = 100d * 365 * 24 * 3600;

    private static readonly (string Suffix, double Seconds)[] Units =
        [("ns", 1e-9), ("us", 1e-6), ("µs", 1e-6), ("ms", 1e-3), ("s", 1), ("m", 60), ("h", 3600)];

    public static TimeSpan? Parse(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return Positive(whole);
        var seconds = 0d;
        var rest = text.AsSpan();
        if (rest is ['+', ..])
            rest = rest[1..];
        if (rest.IsEmpty)
            return null;
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept("0123456789.");
            if (digits <= 0 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return null;
            rest = rest[digits..];
            var letters = rest.IndexOfAny("0123456789.");
            var suffix = (letters < 0 ? rest : rest[..letters]).ToString();
            var unit = Array.Find(Units, u => u.Suffix == suffix);
            if (unit.Suffix is null)
                return null;
            seconds += number * unit.Seconds;
            rest = rest[suffix.Length..];
        }

        return Positive(seconds);
    }

    private static TimeSpan? Positive(double seconds) =>
        seconds is > 0 and < double.PositiveInfinity ? TimeSpan.FromSeconds(Math.Min(seconds, Longest)) : null;
}
