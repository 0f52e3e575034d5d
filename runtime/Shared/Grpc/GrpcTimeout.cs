using System.Globalization;

namespace Grpc.Shared;

/// <summary><c>grpc-timeout</c>: one to eight digits and a unit.</summary>
internal static class GrpcTimeout
{
    private const long MaxValue = 99_999_999;
    private const long NanosecondsPerTick = 100;

    /// <summary>What a longer deadline is cut to: a little over three years.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(MaxValue);

    /// <summary>False for what is no timeout; such a header is ignored as if it were not there.</summary>
    public static bool TryParse(string? text, out TimeSpan timeout)
    {
        timeout = default;
        if (text is null || text.Length is < 2 or > 9
            || !long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return false;

        long? ticksPerUnit = text[^1] switch
        {
            'H' => TimeSpan.TicksPerHour,
            'M' => TimeSpan.TicksPerMinute,
            'S' => TimeSpan.TicksPerSecond,
            'm' => TimeSpan.TicksPerMillisecond,
            'u' => TimeSpan.TicksPerMicrosecond,
            'n' => 0,
            _ => null,
        };
        if (ticksPerUnit is not { } unit)
            return false;

        timeout = new TimeSpan(unit == 0 ? (value + NanosecondsPerTick - 1) / NanosecondsPerTick : value * unit);
        return true;
    }

    /// <summary>The timeout in the finest unit that holds it in eight digits, rounded up so that the server never gives up first.</summary>
    public static string Format(TimeSpan timeout)
    {
        if (timeout <= TimeSpan.Zero)
            return "1n";
        var ticks = Math.Min(timeout.Ticks, Longest.Ticks);
        if (ticks <= MaxValue / NanosecondsPerTick)
            return Text(ticks * NanosecondsPerTick, 'n');
        return TryUnit(ticks, TimeSpan.TicksPerMicrosecond, 'u')
            ?? TryUnit(ticks, TimeSpan.TicksPerMillisecond, 'm')
            ?? TryUnit(ticks, TimeSpan.TicksPerSecond, 'S')!;
    }

    private static string? TryUnit(long ticks, long unit, char symbol)
    {
        var value = (ticks + unit - 1) / unit;
        return value <= MaxValue ? Text(value, symbol) : null;
    }

    private static string Text(long value, char symbol) => string.Create(CultureInfo.InvariantCulture, $"{value}{symbol}");
}
