using System.Globalization;
using Training.AppHost;
using Training.AppHost.Sample;
using Training.Gateway;
using Training.Runtime.LocalSidecar;

namespace Training.System.Tests;

/// <summary>Each service's own program, the gateway's and the sidecar's, in processes of their own, as on several machines; the sample is played from here.</summary>
internal sealed class SeparateProcesses : IInstallation
{
    private const string Token = "from the sidecar";
    private static readonly string Here = $"--contentRoot={AppContext.BaseDirectory}";

    private readonly TemporaryFolder _folder = new();
    private readonly Ports _ports = new(FreePort.TakeRow(Ports.Count));
    private readonly List<TestDatabase> _databases = [];
    private readonly List<ChildProcess> _processes = [];
    private readonly int _people;

    private SeparateProcesses(int people) => _people = people;

    public ServiceAddresses Addresses => ServiceAddresses.On(_ports);

    public string DataFolder => _folder.Path;

    public static async Task<SeparateProcesses> StartAsync(string provider, int people)
    {
        var installation = new SeparateProcesses(people);
        try
        {
            await installation.StartAsync(provider);
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    public async Task PlayAsync()
    {
        var console = new StringWriter();
        using var sample = SampleStory.Of(_ports.GatewayAddress, Addresses, DataFolder, RepositoryRoot.At("content"), _people, isPlayed: true, TextWriter.Synchronized(console));
        await sample.PlayAsync(CancellationToken.None);
        Assert.True(sample.Progress.State == StoryState.Told, $"{console}\n{string.Join("\n", _processes.Select(process => process.Output))}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        foreach (var database in _databases)
            await database.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartAsync(string provider)
    {
        _processes.Add(await ChildProcess.StartDotnetAsync(typeof(Sidecar).Assembly.Location, Sidecar(), $"App {Service.All[^1].App} uses"));
        var starts = new List<Task<ChildProcess>>();
        foreach (var service in Service.All)
        {
            var database = await TestDatabases.CreateAsync(provider);
            _databases.Add(database);
            starts.Add(StartAsync(service, Environment(service, database)));
        }

        foreach (var start in starts)
            _processes.Add(await start);
        _processes.Add(await ChildProcess.StartDotnetAsync(typeof(GatewayModule).Assembly.Location, GatewayEnvironment(), "Application started", Here));
    }

    private static async Task<ChildProcess> StartAsync(Service service, Dictionary<string, string?> environment)
    {
        var program = service.Add.Method.Module.Assembly.Location;
        await using (var migration = await ChildProcess.StartDotnetAsync(program, environment, "migrations applied", Here, "--migrate"))
            Assert.Equal(0, await migration.WaitForExitAsync());
        return await ChildProcess.StartDotnetAsync(program, environment, "Application started", Here);
    }

    private Dictionary<string, string?> Environment(Service service, TestDatabase database) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        [$"ConnectionStrings__{service.App}"] = database.ConnectionString,
        ["Hosting__GrpcPort"] = Text(_ports.Grpc(service)),
        ["Hosting__ProbePort"] = Text(_ports.Probes(service)),
        ["Hosting__DataFolder"] = _folder.Path,
        ["Messaging__AppToken"] = Token,
        ["DAPR_HTTP_PORT"] = Text(_ports.SidecarHttp(service)),
    };

    private Dictionary<string, string?> GatewayEnvironment() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Hosting__WebPort"] = Text(_ports.Gateway),
        ["Hosting__DataFolder"] = _folder.Path,
        ["Upstream__Workforce"] = Addresses.Workforce.AbsoluteUri,
        ["Upstream__Curricula"] = Addresses.Curricula.AbsoluteUri,
        ["Upstream__Scenarios"] = Addresses.Scenarios.AbsoluteUri,
        ["Upstream__Completions"] = Addresses.Completions.AbsoluteUri,
        ["Upstream__Sanctions"] = Addresses.Sanctions.AbsoluteUri,
    };

    private Dictionary<string, string?> Sidecar()
    {
        var settings = new Dictionary<string, string?> { ["Logging__LogLevel__Default"] = "Information" };
        for (var i = 0; i < Service.All.Length; i++)
        {
            var (service, entry) = (Service.All[i], $"Sidecar__Apps__{i}__");
            settings[entry + "Id"] = service.App;
            settings[entry + "HttpPort"] = Text(_ports.SidecarHttp(service));
            settings[entry + "GrpcPort"] = Text(_ports.SidecarGrpc(service));
            settings[entry + "AppPort"] = Text(_ports.Grpc(service));
            settings[entry + "AppProtocol"] = "h2c";
            settings[entry + "AppToken"] = Token;
        }

        return settings;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
