using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Training.Tests.Support;

namespace Training.Benchmarks.Messaging;

/// <summary>The floors: the same driver, settings and number of connections, with nothing of ours around the statements.</summary>
internal sealed class BareTransactions : IAsyncDisposable
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    private readonly TestDatabase _database;
    private readonly SemaphoreSlim? _writer;
    private readonly string _connectionString;

    private BareTransactions(TestDatabase database)
    {
        _database = database;
        _writer = database.Provider == TestDatabases.Sqlite ? new SemaphoreSlim(1, 1) : null;
        _connectionString = database.Provider == TestDatabases.Sqlite ? database.ConnectionString : database.ConnectionString + ";Max Auto Prepare=20;Auto Prepare Min Usages=2";
    }

    public static async Task<BareTransactions> CreateAsync(string provider)
    {
        var bare = new BareTransactions(await TestDatabases.CreateAsync(provider));
        await using var connection = await bare.OpenAsync();
        if (provider == TestDatabases.Sqlite)
            await ExecuteAsync(connection, "PRAGMA journal_mode = WAL");
        await ExecuteAsync(connection, "CREATE TABLE rows (organisation text, id text, payload text, PRIMARY KEY (organisation, id))");
        await ExecuteAsync(connection, "CREATE TABLE inbox (organisation text, source text, event_id text, consumer text, handled bigint, PRIMARY KEY (organisation, source, event_id, consumer))");
        await ExecuteAsync(connection, "CREATE TABLE tallies (organisation text PRIMARY KEY, made bigint)");
        return bare;
    }

    /// <summary>One row a commit, by this many callers; commits/s.</summary>
    public Task<double> OneRowCommitsAsync(int callers) => RateAsync(callers, async (connection, id, _) =>
        await ExecuteAsync(connection, "INSERT INTO rows VALUES (@a, @b, @c)", "hospital", id, new string('x', 100)));

    /// <summary>An inbox row and a state row a transaction, as a subscriber writes them; transactions/s.</summary>
    public Task<double> InboxTransactionsAsync(int callers, int organisations) => RateAsync(callers, async (connection, id, number) =>
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var organisation = $"hospital {number % organisations}";
        await ExecuteAsync(connection, "INSERT INTO inbox VALUES (@a, @b, @c, 'CountSuggestion', 0) ON CONFLICT DO NOTHING", organisation, "publisher", id);
        await ExecuteAsync(connection, "INSERT INTO tallies VALUES (@a, 1) ON CONFLICT (organisation) DO UPDATE SET made = tallies.made + 1", organisation);
        await transaction.CommitAsync();
    });

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<double> RateAsync(int callers, Func<DbConnection, string, int, Task> transaction)
    {
        var done = 0;
        var started = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            await using var connection = await OpenAsync();
            while (TimeProvider.System.GetElapsedTime(started) < Duration)
            {
                if (_writer is not null)
                    await _writer.WaitAsync();
                try
                {
                    await transaction(connection, Guid.CreateVersion7().ToString(), Interlocked.Increment(ref done));
                }
                finally
                {
                    _writer?.Release();
                }
            }
        })));
        return done / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = _database.Provider == TestDatabases.Sqlite ? new SqliteConnection(_connectionString) : new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        if (connection is SqliteConnection)
            await ExecuteAsync(connection, "PRAGMA synchronous = FULL");
        return connection;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, params string[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = ((char)('a' + i)).ToString();
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync();
    }
}
