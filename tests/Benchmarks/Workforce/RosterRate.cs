using System.Globalization;
using System.Text;
using Google.Protobuf;
using Training.Benchmarks.Harness;
using Training.Benchmarks.Messaging;
using Training.Contracts;
using Training.Tests.Support;
using Training.Workforce.V1;

namespace Training.Benchmarks.Workforce;

/// <summary>
/// A roster file through the service, from the first byte sent to the answer: into an empty roster, or once more into the one that it made. The
/// floor reads and parses the same file and upserts its rows, with nothing else.
/// </summary>
internal sealed class RosterRate(string provider, bool again) : IBenchmark
{
    private const string Floor = "parsing + bare bulk upsert";
    private const int Lines = 20_000;
    private const int Chunk = 256 * 1024;

    private readonly byte[] _file = Encoding.UTF8.GetBytes(RosterText.Of(Lines));
    private readonly Guid _keptOrganisation = Guid.CreateVersion7();
    private ReferenceProcess? _service;
    private BareUpsert? _bare;

    public string Work => string.Create(CultureInfo.InvariantCulture, $"Roster file, {Lines:#,0} lines, {(again ? "unchanged" : "first")}, {provider}");

    public string Unit => "lines/s";

    public IReadOnlyList<Bar> Bars => [Bar.AtLeast(0.25, Floor)];

    public async Task<IReadOnlyList<Contender>> PrepareAsync()
    {
        if (provider == TestDatabases.Postgres && PostgresServer.WhyMissing is { } why)
            return [Contender.Missing("ours", why), Contender.Missing(Floor, why)];
        _service = await ReferenceProcess.StartAsync(Servers.Workforce, provider, ReferenceProcess.FreePort(), sidecarPort: null, database: Servers.Workforce);
        _bare = await BareUpsert.CreateAsync(provider);
        if (again)
        {
            await RegisterAsync(_keptOrganisation);
            await ImportAsync(_keptOrganisation);
            await _bare.RunAsync(_keptOrganisation, _file);
        }
        return [new Contender("ours", MeasureAsync), new Contender(Floor, MeasureFloorAsync)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
            await _service.DisposeAsync();
        if (_bare is not null)
            await _bare.DisposeAsync();
    }

    private async Task<double> MeasureAsync()
    {
        var organisation = again ? _keptOrganisation : Guid.CreateVersion7();
        if (!again)
            await RegisterAsync(organisation);
        var history = await _service!.AskAsync("SELECT count(*) FROM member_history");
        var started = TimeProvider.System.GetTimestamp();
        var counts = await ImportAsync(organisation);
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        var written = await _service.AskAsync("SELECT count(*) FROM member_history") - history;
        return (counts.Added, counts.Unchanged, written) == (again ? (0, Lines, 0) : (Lines, 0, Lines))
            ? Lines / seconds
            : throw new InvalidOperationException($"The import has not done its work: {counts}, {written} entries written.");
    }

    private async Task<double> MeasureFloorAsync()
    {
        var organisation = again ? _keptOrganisation : Guid.CreateVersion7();
        var started = TimeProvider.System.GetTimestamp();
        await _bare!.RunAsync(organisation, _file);
        return Lines / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private async Task RegisterAsync(Guid organisation)
    {
        var client = new Organisations.OrganisationsClient(_service!.Channel);
        await client.RegisterOrganisationAsync(new RegisterOrganisationRequest { Name = "Cedar Valley Health" }, _service.As(organisation, Role.Operator));
        await client.RegisterCodesAsync(RosterText.Codes, _service.As(organisation, Role.Operator));
    }

    private async Task<RosterCounts> ImportAsync(Guid organisation)
    {
        using var call = new Roster.RosterClient(_service!.Channel).ImportRoster(_service.As(organisation, Role.Integration));
        await call.RequestStream.WriteAsync(new RosterChunk { Header = new RosterHeader { FileName = "roster.txt", EffectiveOn = "2026-03-02" } });
        for (var at = 0; at < _file.Length; at += Chunk)
            await call.RequestStream.WriteAsync(new RosterChunk { Data = UnsafeByteOperations.UnsafeWrap(_file.AsMemory(at, Math.Min(Chunk, _file.Length - at))) });
        await call.RequestStream.CompleteAsync();
        return (await call).Counts;
    }
}
