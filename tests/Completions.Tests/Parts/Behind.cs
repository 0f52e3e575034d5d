using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Training.Completions.Tests;

/// <summary>The service's database, behind its back.</summary>
internal static class Behind
{
    public static async Task<int> ExecuteAsync(TestDatabase database, string sql)
    {
        await using DbConnection connection = database.Provider == TestDatabases.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }
}
