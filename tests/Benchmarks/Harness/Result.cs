namespace Training.Benchmarks.Harness;

/// <summary>What the contenders of one benchmark reached.</summary>
internal sealed record Result(IBenchmark Benchmark, IReadOnlyList<Contender> Contenders, IReadOnlyDictionary<string, double> Medians)
{
    public string OurName => Contenders[0].Name;

    public double Ours => Medians[OurName];

    /// <summary>A comparison for each bar, and one without a bar for each contender that has none.</summary>
    public IReadOnlyList<Comparison> Comparisons =>
    [
        .. Benchmark.Bars.Select(bar => Compare(bar.Against, bar)),
        .. Contenders.Skip(1).Where(other => Benchmark.Bars.All(bar => bar.Against != other.Name)).Select(other => Compare(other.Name, bar: null)),
    ];

    private Comparison Compare(string? against, Bar? bar)
    {
        double? other = against is not null && Medians.TryGetValue(against, out var median) ? median : null;
        return new Comparison(
            against,
            other,
            other is null ? null : Ours / other,
            bar,
            bar?.Judge(Ours, other) ?? Verdict.Ok,
            Contenders.FirstOrDefault(one => one.Name == against)?.WhyMissing);
    }
}

internal sealed record Comparison(string? Against, double? Figure, double? Ratio, Bar? Bar, Verdict Verdict, string? WhyMissing);
