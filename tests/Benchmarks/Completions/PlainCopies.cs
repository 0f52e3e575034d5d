using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Training.Tests.Support;

namespace Training.Benchmarks.Completions;

/// <summary>The floor: a table that is indexed like the assignments, in the same database, filled by a plain INSERT … SELECT of the same rows.</summary>
internal sealed class PlainCopies : IAsyncDisposable
{
    private readonly DbConnection _connection;

    private PlainCopies(DbConnection connection) => _connection = connection;

    public static async Task<PlainCopies> PrepareAsync(TestDatabase database)
    {
        DbConnection connection = database.Provider == TestDatabases.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString + ";Command Timeout=300");
        await connection.OpenAsync();
        var copies = new PlainCopies(connection);
        if (database.Provider == TestDatabases.Sqlite)
            await copies.PrepareSqliteAsync();
        else
            await copies.ExecuteAsync("CREATE TABLE plain (LIKE assignments INCLUDING ALL)");
        return copies;
    }

    /// <summary>The seconds that it takes.</summary>
    public async Task<double> CopyAsync(Guid campaign, int rows)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "INSERT INTO plain SELECT * FROM assignments WHERE duty = @duty";
        var duty = command.CreateParameter();
        (duty.ParameterName, duty.Value) = ("duty", campaign);
        command.Parameters.Add(duty);
        var started = TimeProvider.System.GetTimestamp();
        var copied = await command.ExecuteNonQueryAsync();
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        return copied == rows ? seconds : throw new InvalidOperationException($"{copied} of {rows} rows were copied.");
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task PrepareSqliteAsync()
    {
        await ExecuteAsync("PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000;");
        List<string> statements = [];
        await using (var command = _connection.CreateCommand())
        {
            command.CommandText = "SELECT sql FROM sqlite_master WHERE tbl_name = 'assignments' AND sql IS NOT NULL ORDER BY type DESC";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                statements.Add(reader.GetString(0));
        }
        foreach (var statement in statements)
            await ExecuteAsync(statement.Replace("assignments", "plain", StringComparison.Ordinal));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
