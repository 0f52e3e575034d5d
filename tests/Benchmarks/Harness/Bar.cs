using System.Globalization;

namespace Training.Benchmarks.Harness;

/// <summary>What our figure is held against.</summary>
/// <param name="Against">The other contender, or null for a limit on the figure itself.</param>
/// <param name="Limit">The least ratio to the other's figure, or the most that the figure itself may be.</param>
/// <param name="Binding">Whether falling short fails the run.</param>
internal sealed record Bar(string? Against, double Limit, bool Binding)
{
    public static Bar AtLeast(double ratio, string against) => new(against, ratio, Binding: true);

    public static Bar Aim(double ratio, string against) => new(against, ratio, Binding: false);

    public static Bar AtMost(double figure) => new(null, figure, Binding: true);

    public override string ToString() =>
        (Against is null ? "≤ " : Binding ? "≥ " : "aim ≥ ") + Limit.ToString("0.##", CultureInfo.InvariantCulture);

    public Verdict Judge(double ours, double? other)
    {
        if (Against is not null && other is null)
            return Verdict.Missing;
        var met = Against is null ? ours <= Limit : ours / other >= Limit;
        return met ? Verdict.Ok : Binding ? Verdict.Short : Verdict.AimMissed;
    }
}

internal enum Verdict
{
    Ok,
    Short,
    AimMissed,
    Missing,
}
