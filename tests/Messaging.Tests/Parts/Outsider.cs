using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>A connection to a service's database that the service knows nothing of: for locks, triggers, and a look at what a kill has left.</summary>
internal sealed class Outsider : IAsyncDisposable
{
    private readonly DbConnection _connection;

    private Outsider(DbConnection connection) => _connection = connection;

    public static async Task<Outsider> ConnectAsync(string provider, string connectionString, int secondsOfPatience = 30)
    {
        DbConnection connection = provider == TestDatabases.Postgres
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString)
            : new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false, DefaultTimeout = secondsOfPatience }.ConnectionString);
        await connection.OpenAsync();
        return new Outsider(connection);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> NumberAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0, CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
