using System.Globalization;
using Training.AppHost;
using Training.AppHost.Sample;
using Training.Hosting;

namespace Training.Gateway.Tests;

/// <summary>The apphost in a process of its own with the sample hospital, its story told; all tests that only read share it.</summary>
public sealed class HospitalHouse : IAsyncLifetime
{
    private const string ReadyLine = "service       gRPC";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly TemporaryFolder _folder = new();
    private readonly Ports _ports = new(FreePort.TakeRow(Ports.Count));
    private ChildProcess? _process;

    internal ServiceAddresses Addresses => ServiceAddresses.On(_ports);

    internal DevelopmentTokens Tokens => DevelopmentTokens.In(_folder.Path, TimeProvider.System);

    internal string DataFolder => _folder.Path;

    /// <summary>The apphost's own gateway.</summary>
    internal Uri Gateway => _ports.GatewayAddress;

    public async Task InitializeAsync()
    {
        var environment = new Dictionary<string, string?>
        {
            ["TRAINING_BASE_PORT"] = _ports.Base.ToString(CultureInfo.InvariantCulture),
            ["TRAINING_DATA"] = _folder.Path,
            ["TRAINING_PEOPLE"] = Settings.FewestPeople.ToString(CultureInfo.InvariantCulture),
        };
        _process = await ChildProcess.StartDotnetAsync(typeof(Settings).Assembly.Location, environment, ReadyLine);
        await Eventually.IsTrueAsync(() => _process.Output.Contains("The story is told", StringComparison.Ordinal) || _process.Output.Contains("The story stopped", StringComparison.Ordinal), "the story comes to an end", Patience);
        Assert.True(_process.Output.Contains("The story is told", StringComparison.Ordinal), _process.Output);
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class HospitalCollection : ICollectionFixture<HospitalHouse>
{
    public const string Name = "the sample hospital";
}
