using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Training.Tests.Support;

namespace Training.Benchmarks.Harness;

/// <summary>The table, and the same for machines.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void Print(IReadOnlyList<Result> results, TextWriter output)
    {
        string[] header = ["work", "figure", "against", "its figure", "ratio", "bar", ""];
        string[][] lines = [header, .. results.SelectMany(Lines)];
        var widths = header.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        output.WriteLine();
        foreach (var line in lines)
            output.WriteLine(string.Join("  ", line.Select((cell, column) => column is 1 or 3 or 4 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
        output.WriteLine();
    }

    public static async Task WriteJsonAsync(IReadOnlyList<Result> results)
    {
        var path = RepositoryRoot.At("artifacts", "bench.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var report = new
        {
            Measured = TimeProvider.System.GetUtcNow(),
            Cores = Environment.ProcessorCount,
            System = RuntimeInformation.OSDescription,
            Runtime = RuntimeInformation.FrameworkDescription,
            Rows = results.Select(result => new
            {
                result.Benchmark.Work,
                Figure = result.Ours,
                result.Benchmark.Unit,
                Against = result.Comparisons.Select(one => new
                {
                    Name = one.Against,
                    one.Figure,
                    one.Ratio,
                    Bar = one.Bar?.ToString(),
                    Verdict = Word(one),
                    one.WhyMissing,
                }),
            }),
        };
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(report, Indented) + "\n");
        Console.WriteLine($"written: {path}");
    }

    private static IEnumerable<string[]> Lines(Result result) => result.Comparisons.DefaultIfEmpty(new Comparison(null, null, null, null, Verdict.Ok, null)).Select((one, index) => (string[])
    [
        index == 0 ? result.Benchmark.Work : "",
        index == 0 ? $"{Number(result.Ours)} {result.Benchmark.Unit}" : "",
        one.Against ?? "",
        one.Figure is { } figure ? Number(figure) : "",
        one.Ratio is { } ratio ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : "",
        one.Bar?.ToString() ?? "",
        Word(one),
    ]);

    private static string Word(Comparison comparison) => comparison.Verdict switch
    {
        Verdict.Ok => comparison.Bar is null ? "" : "ok",
        Verdict.Short => "SHORT",
        Verdict.AimMissed => "aim missed",
        Verdict.Missing => $"skipped: {comparison.WhyMissing ?? "not measured"}",
    };

    private static string Number(double value) => value.ToString(value < 100 ? "0.##" : "#,0", CultureInfo.InvariantCulture);
}
