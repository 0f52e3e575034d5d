using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Training.Messaging;

/// <summary>Sets what SQLite keeps per connection, once for each pooled connection: durable commits, foreign keys, patience.</summary>
internal sealed class SqliteSession : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 30000;";

    private readonly ConditionalWeakTable<object, object> _prepared = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private void Prepare(SqliteConnection connection)
    {
        if (_prepared.TryGetValue(connection.Handle!, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
        _prepared.AddOrUpdate(connection.Handle!, this);
    }
}
