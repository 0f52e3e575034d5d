using Grpc.Core;
using Grpc.Net.Client;
using Training.AppHost;
using Training.Contracts;
using Training.Hosting;
using Training.Tests.Services;
using Training.Tests.Support;

namespace Training.System.Tests;

/// <summary>The house as `make run` starts it, in this process, on ports and a data folder of its own.</summary>
internal sealed class RunningHouse : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, GrpcChannel> _channels = [];
    private readonly House _house;
    private readonly DevelopmentTokens _tokens;

    private RunningHouse(House house, TemporaryFolder folder, Ports ports)
    {
        (_house, _folder) = (house, folder);
        _tokens = DevelopmentTokens.In(folder.Path, TimeProvider.System);
        foreach (var service in Service.All)
            _channels[service.App] = GrpcChannel.ForAddress($"http://127.0.0.1:{ports.Grpc(service)}");
    }

    /// <summary>Starts everything, and plays the sample story to its end if it is asked for.</summary>
    /// <param name="people">How many employees take their training; null starts the house empty.</param>
    /// <param name="postgres">A PostgreSQL server's connection string, or null for SQLite.</param>
    public static async Task<RunningHouse> StartAsync(int? people = null, string? postgres = null)
    {
        var folder = new TemporaryFolder();
        var settings = new Settings(FreePort.TakeRow(Ports.Count), folder.Path, postgres, people is not null, people ?? Settings.FewestPeople);
        var ports = new Ports(settings.BasePort);
        var house = new RunningHouse(await House.StartAsync(settings, ports, folder.Path, CancellationToken.None), folder, ports);
        await house._house.Sample.PlayAsync(CancellationToken.None);
        return house;
    }

    /// <summary>What the story says of itself.</summary>
    public AppHost.Sample.Progress Story => _house.Sample.Progress;

    public CallInvoker Of(string app) => _channels[app].CreateCallInvoker();

    /// <summary>The metadata of a query.</summary>
    public Metadata As(OrganisationId organisation, MemberId? member, params Role[] roles) =>
        new() { { "authorization", $"Bearer {_tokens.Mint(organisation, member, member?.ToString() ?? "machine", roles, TimeSpan.FromHours(1))}" } };

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _channels.Values)
            channel.Dispose();
        await _house.DisposeAsync();
        _folder.Dispose();
    }
}
