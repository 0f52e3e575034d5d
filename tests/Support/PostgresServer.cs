using System.Diagnostics;
using Npgsql;

namespace Training.Tests.Support;

/// <summary>
/// A throw-away PostgreSQL on a loopback port, with fsync as in production. One is shared by a test process; a test
/// that stops it starts its own. Root may not run PostgreSQL, so as root it runs as the package's own user.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string SystemUser = "postgres";
    private const string ReadySign = "database system is ready to accept connections";
    private const int SecondsToConnect = 60;
    private const int SecondsToAnswer = 120;

    // Signals, see "Shutting Down the Server" in PostgreSQL's manual.
    private const int FastShutdown = 2;
    private const int ImmediateShutdown = 3;

    private static readonly Lazy<string?> Programs = new(FindPrograms);
    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartNewAsync);

    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort.Take();
    private ChildProcess? _process;

    private PostgresServer()
    {
    }

    /// <summary>Why PostgreSQL cannot be started here, or null.</summary>
    public static string? WhyMissing =>
        Programs.Value is null ? "PostgreSQL is not installed: run `make deps` (or install Debian's postgresql)." : null;

    public static void SkipIfMissing() => Requirement.SkipIf(WhyMissing);

    /// <summary>The one of this test process, started at first use and ended with the process.</summary>
    public static Task<PostgresServer> SharedAsync() => Shared.Value;

    /// <summary>One of the caller's own, which it may stop and start.</summary>
    public static async Task<PostgresServer> StartNewAsync()
    {
        var server = new PostgresServer();
        await server.InitialiseAsync();
        await server.StartAsync();
        return server;
    }

    /// <summary>How many sessions of a database wait for a lock. Asked by a connection of its own: within a transaction the list of sessions stays as it was first read.</summary>
    public static async Task<long> LockWaitersAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Creates an empty database; its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0");
        return ConnectionString(name);
    }

    /// <summary>Drops a database of <see cref="CreateDatabaseAsync"/>, connections and all.</summary>
    public async Task DropDatabaseAsync(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    /// <summary>Starts it again on the same port and data.</summary>
    public async Task StartAsync() =>
        _process = await ChildProcess.StartAsync(
            Run("postgres", "-D", DataFolder, "-h", "127.0.0.1", "-p", $"{_port}", "-k", "", "-c", "max_connections=400", "-c", "shared_buffers=64MB"),
            ReadySign);

    /// <summary>Ends every connection and stops in good order.</summary>
    public Task StopAsync() => EndAsync(FastShutdown);

    /// <summary>Kills every process of the server, as a power failure would.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
            return;
        await _process.DisposeAsync();
        _process = null;
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync(ImmediateShutdown);
        _folder.Dispose();
    }

    private async Task EndAsync(int signal)
    {
        if (_process is null)
            return;
        _process.Signal(signal);
        await _process.WaitForExitAsync();
        await _process.DisposeAsync();
        _process = null;
    }

    private string DataFolder => _folder.At("data");

    private string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = _port,
            Username = SystemUser,
            Database = database,
            Timeout = SecondsToConnect,
            CommandTimeout = SecondsToAnswer,
        }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task InitialiseAsync()
    {
        if (Environment.IsPrivilegedProcess)
            await FinishAsync(new ProcessStartInfo("chown", [SystemUser, _folder.Path]));
        await FinishAsync(Run("initdb", "-D", DataFolder, "-A", "trust", "-U", SystemUser, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"));
    }

    private static async Task FinishAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{start.FileName} ended with code {process.ExitCode}:\n{await output}\n{await errors}");
    }

    private ProcessStartInfo Run(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs.Value ?? throw new InvalidOperationException(WhyMissing), program);
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid", SystemUser, "--regid", SystemUser, "--init-groups", "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = _folder.Path;
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    private static string? FindPrograms()
    {
        const string debian = "/usr/lib/postgresql";
        if (!Directory.Exists(debian))
            return null;
        return Directory.GetDirectories(debian)
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "postgres")));
    }
}
