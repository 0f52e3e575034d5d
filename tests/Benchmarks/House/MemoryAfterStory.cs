using Training.Benchmarks.Harness;
using Training.Benchmarks.Messaging;
using Training.Tests.Support;

namespace Training.Benchmarks.House;

/// <summary>What the whole apphost holds in memory once the sample story is told.</summary>
internal sealed class MemoryAfterStory : IBenchmark
{
    private const double MebiByte = 1024 * 1024;

    private readonly TemporaryFolder _folder = new();

    public string Work => "resident memory of the apphost after the sample story";

    public string Unit => "MiB";

    public int Rounds => 1;

    public IReadOnlyList<Bar> Bars => [Bar.AtMost(350)];

    public Task<IReadOnlyList<Contender>> PrepareAsync() => Task.FromResult<IReadOnlyList<Contender>>([new Contender("ours", MeasureAsync)]);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<double> MeasureAsync()
    {
        await using var house = await HouseProcess.StartAppHostAsync(_folder.Path, "yes");
        await house.StoryIsToldAsync();
        return ResidentMemory.Of(house.Id) / MebiByte;
    }
}
