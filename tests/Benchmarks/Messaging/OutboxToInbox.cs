using System.Globalization;
using Training.Benchmarks.Harness;
using Training.Contracts;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Benchmarks.Messaging;

/// <summary>
/// Events of one commit, from the publisher's outbox through the relay, the sidecar and the subscriber's inbox to its state: three processes,
/// a transaction an event. Counted from the commit on.
/// </summary>
internal sealed class OutboxToInbox(string provider) : IBenchmark
{
    private const string Floor = "bare inbox transaction";
    private const int Organisations = 64;
    private const int EventsPerOrganisation = 125;
    private const int Connections = 32;
    private const int Stop = 19;
    private const int Continue = 18;

    private readonly Guid[] _organisations = [.. Enumerable.Range(0, Organisations).Select(_ => Guid.CreateVersion7())];
    private ReferenceProcess? _publisher;
    private ReferenceProcess? _subscriber;
    private ChildProcess? _sidecar;
    private BareTransactions? _bare;
    private long _sent;

    public string Work => $"outbox to inbox through the local sidecar, {provider}";

    public string Unit => "events/s";

    public IReadOnlyList<Bar> Bars => [Bar.AtLeast(0.2, Floor)];

    public async Task<IReadOnlyList<Contender>> PrepareAsync()
    {
        if (provider == TestDatabases.Postgres && PostgresServer.WhyMissing is { } why)
            return [Contender.Missing("ours", why), Contender.Missing(Floor, why)];
        await StartAsync();
        _bare = await BareTransactions.CreateAsync(provider);
        return [new Contender("ours", MeasureAsync), new Contender(Floor, () => _bare.InboxTransactionsAsync(Connections, Organisations))];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { _publisher, _subscriber, _sidecar, _bare })
        {
            if (part is not null)
                await part.DisposeAsync();
        }
    }

    internal async Task StartAsync()
    {
        int publisherPort = ReferenceProcess.FreePort(), subscriberPort = ReferenceProcess.FreePort();
        _sidecar = await ChildProcess.StartDotnetAsync(typeof(OutboxToInbox).Assembly.Location, SidecarSettings(publisherPort, subscriberPort), "ready", "serve", MessagingServers.SidecarProcess);
        var port = int.Parse(_sidecar.ReadyLine.Split(' ')[1], CultureInfo.InvariantCulture);
        _subscriber = await ReferenceProcess.StartAsync(MessagingServers.Subscriber, provider, subscriberPort, sidecarPort: null);
        _publisher = await ReferenceProcess.StartAsync(MessagingServers.Publisher, provider, publisherPort, port);
    }

    internal long[] Memory() =>
        [.. new[] { _publisher!.ProcessId, _subscriber!.ProcessId, _sidecar!.Id }.Select(ResidentMemory.Of)];

    internal async Task<double> MeasureAsync()
    {
        // The sidecar stands still while the outbox fills, so that only the way from there on is measured.
        _sidecar!.Signal(Stop);
        await Task.WhenAll(_organisations.Select(ImportAsync));
        _sent += Organisations * EventsPerOrganisation;
        var before = await CountedAsync();
        var started = TimeProvider.System.GetTimestamp();
        _sidecar.Signal(Continue);
        while (await CountedAsync() < _sent)
            await Task.Delay(20);
        return (_sent - before) / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private async Task ImportAsync(Guid organisation)
    {
        using var call = new Suggestions.SuggestionsClient(_publisher!.Channel).ImportSuggestions(_publisher.As(organisation, Role.Integration));
        for (var i = 0; i < EventsPerOrganisation; i++)
            await call.RequestStream.WriteAsync(new SuggestRequest { Text = "A chair for the night nurse" });
        await call.RequestStream.CompleteAsync();
        await call.ResponseAsync;
    }

    private Task<long> CountedAsync() => _subscriber!.AskAsync("SELECT coalesce(sum(made), 0) FROM tallies");

    private static Dictionary<string, string?> SidecarSettings(int publisherPort, int subscriberPort) => new()
    {
        ["Sidecar__Apps__0__Id"] = MessagingServers.Publisher,
        ["Sidecar__Apps__0__AppPort"] = publisherPort.ToString(CultureInfo.InvariantCulture),
        ["Sidecar__Apps__0__AppProtocol"] = "h2c",
        ["Sidecar__Apps__1__Id"] = MessagingServers.Subscriber,
        ["Sidecar__Apps__1__AppPort"] = subscriberPort.ToString(CultureInfo.InvariantCulture),
        ["Sidecar__Apps__1__AppProtocol"] = "h2c",
    };
}
