using Npgsql;
using Training.Tests.Support;
using Xunit;

namespace Training.Architecture.Tests.Support;

public sealed class PostgresServerTests
{
    [SkippableFact]
    public async Task Committed_rows_are_there_when_the_server_was_killed_and_started_again()
    {
        PostgresServer.SkipIfMissing();
        await using var server = await PostgresServer.StartNewAsync();
        var database = await server.CreateDatabaseAsync();
        await ExecuteAsync(database, "CREATE TABLE kept (n int)");
        await ExecuteAsync(database, "INSERT INTO kept VALUES (42)");

        await server.KillAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(database, "SELECT n FROM kept"));
        await server.StartAsync();

        Assert.Equal(42, await ScalarAsync(database, "SELECT n FROM kept"));
        await server.RestartAsync();
        await Eventually.IsTrueAsync(async () => (await ScalarOrNullAsync(database, "SELECT n FROM kept")) is 42, "the pool finds the restarted server");
    }

    [SkippableFact]
    public async Task Writes_are_synced_as_in_production()
    {
        PostgresServer.SkipIfMissing();
        var server = await PostgresServer.SharedAsync();
        var database = await server.CreateDatabaseAsync();

        Assert.Equal("on", await ScalarAsync(database, "SHOW fsync"));
        Assert.Equal("on", await ScalarAsync(database, "SHOW synchronous_commit"));
        await server.DropDatabaseAsync(database);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Every_test_database_is_its_own(string provider)
    {
        await using var one = await TestDatabases.CreateAsync(provider);
        await using var two = await TestDatabases.CreateAsync(provider);

        Assert.Equal(provider, one.Provider);
        Assert.NotEqual(one.ConnectionString, two.ConnectionString);
    }

    private static async Task ExecuteAsync(string database, string sql) => await ScalarAsync(database, sql);

    private static async Task<object?> ScalarAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task<object?> ScalarOrNullAsync(string database, string sql)
    {
        try
        {
            return await ScalarAsync(database, sql);
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }
}
