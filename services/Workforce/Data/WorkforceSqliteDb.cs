using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Training.Messaging;

namespace Training.Workforce;

[MigrationsFor(DatabaseKind.Sqlite)]
internal sealed class WorkforceSqliteDb(DbContextOptions options) : WorkforceDb(options)
{
    // SQLite works within this process: one prepared statement, run again and again, is its bulk copy.
    public override async Task WriteAsync(TableRows rows, bool replace, CancellationToken ct)
    {
        await using var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = Database.CurrentTransaction!.GetDbTransaction();
        var parameters = Enumerable.Range(0, rows.ColumnCount).Select(column => new SqliteParameter { ParameterName = $"$p{column}" }).ToArray();
        command.Parameters.AddRange(parameters);
        command.CommandText =
            $"INSERT INTO {rows.Table} ({rows.Columns}) VALUES ({string.Join(", ", parameters.Select(parameter => parameter.ParameterName))}) {(replace ? rows.Replacing : "")}";
        foreach (var row in rows.Rows)
        {
            for (var column = 0; column < parameters.Length; column++)
                parameters[column].Value = rows.Value(row, column) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
