using Training.Benchmarks.Harness;
using Training.Benchmarks.Messaging;
using Training.Tests.Support;

namespace Training.Benchmarks.Completions;

/// <summary>How much the service grows while campaigns for 200,000 people are launched, after one for warming up.</summary>
internal sealed class CampaignLaunchMemory(string provider) : IBenchmark
{
    private const int People = 200_000;
    private const int Launches = 3;
    private const double MebiByte = 1024 * 1024;

    private Hospital? _hospital;

    public string Work => $"growth over 3 campaign launches, 200,000 people, {provider}";

    public string Unit => "MiB";

    public int Rounds => 1;

    public IReadOnlyList<Bar> Bars => [Bar.AtMost(20)];

    public async Task<IReadOnlyList<Contender>> PrepareAsync()
    {
        if (provider == TestDatabases.Postgres && PostgresServer.WhyMissing is { } why)
            return [Contender.Missing("ours", why)];
        _hospital = await Hospital.OpenAsync(provider, People);
        return [new Contender("ours", MeasureAsync)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_hospital is not null)
            await _hospital.DisposeAsync();
    }

    private async Task<double> MeasureAsync()
    {
        await _hospital!.LaunchAsync();
        var before = ResidentMemory.Of(_hospital.Service.ProcessId);
        for (var launch = 0; launch < Launches; launch++)
            await _hospital.LaunchAsync();
        return (ResidentMemory.Of(_hospital.Service.ProcessId) - before) / MebiByte;
    }
}
