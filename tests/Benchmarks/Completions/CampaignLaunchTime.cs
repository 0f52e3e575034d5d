using System.Globalization;
using Training.Benchmarks.Harness;
using Training.Tests.Support;

namespace Training.Benchmarks.Completions;

/// <summary>From the delivery of a campaign's launch until the last of many people reads what they owe.</summary>
internal sealed class CampaignLaunchTime(string provider, int people) : IBenchmark
{
    private const string Allowed = "3 plain INSERT … SELECT + 0.3 s";
    private const int Times = 3;
    private const double Grace = 0.3;

    private Hospital? _hospital;
    private PlainCopies? _copies;
    private Guid _campaign;

    public string Work => string.Create(CultureInfo.InvariantCulture, $"campaign launch, {people:#,0} people, {provider}");

    public string Unit => "people/s";

    public int Rounds => 3;

    public IReadOnlyList<Bar> Bars => [Bar.AtLeast(1, Allowed)];

    public async Task<IReadOnlyList<Contender>> PrepareAsync()
    {
        if (provider == TestDatabases.Postgres && PostgresServer.WhyMissing is { } why)
            return [Contender.Missing("ours", why), Contender.Missing(Allowed, why)];
        _hospital = await Hospital.OpenAsync(provider, people);
        _copies = await PlainCopies.PrepareAsync(_hospital.Service.Database);
        return [new Contender("ours", MeasureAsync), new Contender(Allowed, MeasureAllowedAsync)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_copies is not null)
            await _copies.DisposeAsync();
        if (_hospital is not null)
            await _hospital.DisposeAsync();
    }

    private async Task<double> MeasureAsync()
    {
        (var seconds, _campaign) = await _hospital!.LaunchAsync();
        return people / seconds;
    }

    private async Task<double> MeasureAllowedAsync() => people / ((Times * await _copies!.CopyAsync(_campaign, people)) + Grace);
}
