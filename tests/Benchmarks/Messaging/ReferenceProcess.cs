using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Data.Sqlite;
using Npgsql;
using Training.Contracts;
using Training.Hosting;
using Training.Tests.Support;

namespace Training.Benchmarks.Messaging;

/// <summary>A service, the reference service unless another is named, in a process of its own, on a database of its own, and calls to it.</summary>
internal sealed class ReferenceProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly TestDatabase _database;
    private readonly TemporaryFolder _folder;
    private readonly DevelopmentTokens _tokens;

    private ReferenceProcess(ChildProcess process, TestDatabase database, TemporaryFolder folder, int port)
    {
        _process = process;
        _database = database;
        _folder = folder;
        _tokens = DevelopmentTokens.In(folder.Path, TimeProvider.System);
        Channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
    }

    public GrpcChannel Channel { get; }

    public int ProcessId => _process.Id;

    public TestDatabase Database => _database;

    public string Output => _process.Output;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static async Task<ReferenceProcess> StartAsync(string which, string provider, int port, int? sidecarPort, string database = "suggestions")
    {
        var storage = await TestDatabases.CreateAsync(provider);
        var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            [$"ConnectionStrings__{database}"] = storage.ConnectionString,
            ["Hosting__GrpcPort"] = port.ToString(CultureInfo.InvariantCulture),
            ["Hosting__ProbePort"] = "0",
            ["Hosting__DataFolder"] = folder.Path,
            ["Logging__LogLevel__Default"] = "Error",
            // Nobody listens there when no sidecar is given: the relay waits, as it does in life.
            ["DAPR_HTTP_PORT"] = (sidecarPort ?? 1).ToString(CultureInfo.InvariantCulture),
        };
        var process = await ChildProcess.StartDotnetAsync(typeof(ReferenceProcess).Assembly.Location, environment, "ready", "serve", which);
        return new ReferenceProcess(process, storage, folder, port);
    }

    /// <summary>What one SQL statement answers, asked of the database behind the service's back.</summary>
    public async Task<long> AskAsync(string sql)
    {
        await using DbConnection connection = _database.Provider == TestDatabases.Sqlite
            ? new SqliteConnection(_database.ConnectionString)
            : new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public CallOptions As(Guid organisation, Role role) => new(new Metadata
    {
        { "authorization", $"Bearer {Token(organisation, role)}" },
        { "idempotency-key", Guid.CreateVersion7().ToString() },
    });

    /// <summary>A token that a caller keeps for its whole run.</summary>
    public string Token(Guid organisation, Role role) => TokenOf(Guid.CreateVersion7(), organisation, role);

    public string TokenOf(Guid member, Guid organisation, Role role) =>
        _tokens.Mint(new OrganisationId(organisation), new MemberId(member), "bench", [role], TimeSpan.FromHours(1));

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _process.DisposeAsync();
        if (_process.Output.Contains("Exception", StringComparison.Ordinal))
            Console.Error.WriteLine(_process.Output); // a call that ends with INTERNAL says only a trace id
        await _database.DisposeAsync();
        _folder.Dispose();
    }
}
