namespace Training.Benchmarks.Harness;

/// <summary>Measures contenders by turns, so that a busy moment of the machine meets all of them alike.</summary>
internal static class Runner
{
    /// <summary>The exit code: 0 when every bar is met.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<IBenchmark> benchmarks, string only)
    {
        List<Result> results = [];
        foreach (var benchmark in benchmarks.Where(one => one.Work.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            Console.WriteLine($"measuring: {benchmark.Work}");
            await using (benchmark)
                results.Add(await MeasureAsync(benchmark));
        }

        if (results.Count == 0)
        {
            Console.Error.WriteLine($"No benchmark's name contains '{only}'. There are:\n{string.Join('\n', benchmarks.Select(one => one.Work))}");
            return 2;
        }

        Report.Print(results, Console.Out);
        await Report.WriteJsonAsync(results);
        return results.SelectMany(result => result.Comparisons).Any(comparison => comparison.Verdict == Verdict.Short) ? 1 : 0;
    }

    private static async Task<Result> MeasureAsync(IBenchmark benchmark)
    {
        var contenders = await benchmark.PrepareAsync();
        var present = contenders.Where(contender => contender.MeasureAsync is not null).ToDictionary(one => one.Name, one => (Measure: one.MeasureAsync!, Figures: new List<double>()));
        for (var round = benchmark.Rounds > 1 ? 1 - benchmark.WarmUps : 1; round <= benchmark.Rounds; round++)
        {
            foreach (var (name, (measure, figures)) in present)
            {
                var figure = await measure();
                Console.WriteLine($"  {(round <= 0 ? "warm-up" : $"round {round}")}, {name}: {figure:#,0.##} {benchmark.Unit}");
                if (round > 0)
                    figures.Add(figure);
            }
        }

        return new Result(benchmark, contenders, present.ToDictionary(one => one.Key, one => Median(one.Value.Figures)));
    }

    private static double Median(List<double> figures)
    {
        figures.Sort();
        return figures.Count % 2 == 1 ? figures[figures.Count / 2] : (figures[(figures.Count / 2) - 1] + figures[figures.Count / 2]) / 2;
    }
}
