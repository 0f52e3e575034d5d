using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using SQLitePCL;

namespace Training.Messaging.Tests;

/// <summary>What a database does for a query: SQLite's steps, PostgreSQL's rows read. To be compared with itself only.</summary>
internal static class QueryCost
{
    private static readonly AsyncLocal<List<NpgsqlCommand>?> Recording = new();

    static QueryCost() => DiagnosticListener.AllListeners.Subscribe(new EntityFrameworkListener());

    public static Task<long> OfAsync(ServiceDb db, Func<Task> query) =>
        db.Database.GetDbConnection() is SqliteConnection sqlite ? StepsAsync(db, sqlite, query) : RowsReadAsync(db, query);

    private static async Task<long> StepsAsync(ServiceDb db, SqliteConnection connection, Func<Task> query)
    {
        await db.Database.OpenConnectionAsync();
        var steps = 0L;
        raw.sqlite3_progress_handler(connection.Handle, 1, _ => Interlocked.Increment(ref steps) < 0 ? 1 : 0, null);
        await query();
        raw.sqlite3_progress_handler(connection.Handle, 0, null, null);
        await db.Database.CloseConnectionAsync();
        return steps;
    }

    private static async Task<long> RowsReadAsync(ServiceDb db, Func<Task> query)
    {
        var recorded = Recording.Value = [];
        await query();
        Recording.Value = null;
        await using var connection = new NpgsqlConnection(db.Database.GetConnectionString());
        await connection.OpenAsync();
        var rows = 0L;
        foreach (var command in recorded)
        {
            command.Connection = connection;
            command.CommandText = "EXPLAIN (ANALYZE, FORMAT JSON) " + command.CommandText;
            using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
            rows += RowsRead(plan.RootElement[0].GetProperty("Plan"));
        }
        return rows;
    }

    private static long RowsRead(JsonElement node)
    {
        if (node.TryGetProperty("Plans", out var below))
            return below.EnumerateArray().Sum(RowsRead);
        var removed = node.TryGetProperty("Rows Removed by Filter", out var filtered) ? filtered.GetDouble() : 0;
        return (long)((node.GetProperty("Actual Rows").GetDouble() + removed) * node.GetProperty("Actual Loops").GetDouble());
    }

    private sealed class EntityFrameworkListener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Recording.Value is { } recording && value.Value is CommandEventData { Command: var command })
                recording.Add(Copy(command));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        private static NpgsqlCommand Copy(DbCommand command)
        {
            var copy = new NpgsqlCommand(command.CommandText);
            foreach (NpgsqlParameter parameter in command.Parameters)
                copy.Parameters.Add(parameter.Clone());
            return copy;
        }
    }
}
