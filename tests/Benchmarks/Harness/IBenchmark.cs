namespace Training.Benchmarks.Harness;

/// <summary>A piece of work that several contenders do in turn; ours is the first of them.</summary>
internal interface IBenchmark : IAsyncDisposable
{
    /// <summary>What is done, e.g. "gRPC unary, 100 bytes, 32 concurrent".</summary>
    string Work { get; }

    /// <summary>What is counted, e.g. "calls/s".</summary>
    string Unit { get; }

    IReadOnlyList<Bar> Bars { get; }

    /// <summary>How often each contender is measured after a warm-up; the median counts.</summary>
    int Rounds => 5;

    /// <summary>How often each contender is measured before that: the compiler goes on making hot code faster for some seconds after the first call.</summary>
    int WarmUps => 2;

    /// <summary>Starts what is to be measured. A contender that cannot be had here is still in the list, with the reason.</summary>
    Task<IReadOnlyList<Contender>> PrepareAsync();
}

/// <param name="Name">As in <see cref="Bar.Against"/>.</param>
/// <param name="MeasureAsync">Does the work for some seconds and gives its figure, or null when it is missing.</param>
/// <param name="WhyMissing">Why it cannot be measured here.</param>
internal sealed record Contender(string Name, Func<Task<double>>? MeasureAsync, string? WhyMissing = null)
{
    public static Contender Missing(string name, string why) => new(name, null, why);
}
