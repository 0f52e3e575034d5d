using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Messaging;

namespace Training.Workforce;

[MigrationsFor(DatabaseKind.Postgres)]
internal sealed class WorkforcePostgresDb(DbContextOptions options) : WorkforceDb(options)
{
    // COPY cannot replace: what may be there already comes by way of a table that ends with the transaction.
    public override async Task WriteAsync(TableRows rows, bool replace, CancellationToken ct)
    {
        if (!replace)
        {
            await CopyAsync(rows, rows.Table, ct);
            return;
        }
        var incoming = $"incoming_{rows.Table}";
        await ExecuteAsync($"CREATE TEMP TABLE {incoming} ON COMMIT DROP AS TABLE {rows.Table} WITH NO DATA", ct);
        await CopyAsync(rows, incoming, ct);
        await ExecuteAsync($"INSERT INTO {rows.Table} ({rows.Columns}) SELECT {rows.Columns} FROM {incoming} {rows.Replacing}", ct);
        await ExecuteAsync($"DROP TABLE {incoming}", ct);
    }

    private Task ExecuteAsync(string sql, CancellationToken ct) => Database.ExecuteSqlRawAsync(sql, ct);

    private async Task CopyAsync(TableRows rows, string table, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table} ({rows.Columns}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows.Rows)
        {
            await copy.StartRowAsync(ct);
            for (var column = 0; column < rows.ColumnCount; column++)
                await (rows.Value(row, column) is { } value ? copy.WriteAsync(value, ct) : copy.WriteNullAsync(ct));
        }
        await copy.CompleteAsync(ct);
    }
}
