using Training.Benchmarks.Harness;
using Training.Tests.Support;

namespace Training.Benchmarks.House;

/// <summary>From the start of the process to the first good /healthz, on databases that exist: five services against one empty one.</summary>
internal sealed class Readiness : IBenchmark
{
    private const string Empty = "an empty ASP.NET Core app with EF Core on SQLite";

    private readonly TemporaryFolder _folder = new();

    public string Work => "readiness of the apphost";

    public string Unit => "starts/s";

    /// <summary>At most three times as long.</summary>
    public IReadOnlyList<Bar> Bars => [Bar.AtLeast(1 / 3.0, Empty)];

    public async Task<IReadOnlyList<Contender>> PrepareAsync()
    {
        await using (await HouseProcess.StartAppHostAsync(_folder.Path, "no"))
        await using (await HouseProcess.StartEmptyAsync(_folder.At("empty.db")))
        {
        }

        return
        [
            new Contender("ours", () => StartsPerSecondAsync(() => HouseProcess.StartAppHostAsync(_folder.Path, "no"))),
            new Contender(Empty, () => StartsPerSecondAsync(() => HouseProcess.StartEmptyAsync(_folder.At("empty.db")))),
        ];
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<double> StartsPerSecondAsync(Func<Task<HouseProcess>> start)
    {
        var since = TimeProvider.System.GetTimestamp();
        await using var process = await start();
        return 1 / TimeProvider.System.GetElapsedTime(since).TotalSeconds;
    }
}
