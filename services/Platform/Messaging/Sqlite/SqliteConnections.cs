using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Training.Messaging;

/// <summary>
/// A service's open connections to its SQLite file. A context gets one with its first statement and gives it back at the end of its lease, still open and with its
/// statements prepared: opening a connection and preparing a statement cost more than most statements.
/// </summary>
internal sealed class SqliteConnections(string connectionString) : DbConnectionInterceptor, IDisposable
{
    private const int MostIdle = 16;

    // The one that was given back last: what it keeps is in the processor's cache.
    private readonly ConcurrentStack<KeptConnection> _idle = [];
    private readonly string _connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
    private bool _disposed;

    // SQLite is set before its first connection or not at all, and EF Core opens one of its own to see whether the file is there.
    static SqliteConnections() => RuntimeHelpers.RunClassConstructor(typeof(KeptConnection).TypeHandle);

    // EF Core also makes a connection of another kind, to see whether the file is there. Its own functions for decimals and regular expressions are missing in ours.
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result)
    {
        if (eventData.Context is not ServiceDb db || eventData.ConnectionId != db.GetService<IRelationalConnection>().ConnectionId)
            return result;
        var connection = _idle.TryPop(out var idle) ? idle : KeptConnection.Open(_connectionString);
        db.Lend(connection, this);
        return InterceptionResult<DbConnection>.SuppressWithResult(connection);
    }

    public void TakeBack(KeptConnection connection)
    {
        if (connection.IsAtRest && _idle.Count < MostIdle && !Volatile.Read(ref _disposed))
            _idle.Push(connection);
        else
            connection.End();
        if (Volatile.Read(ref _disposed))
            DisposeIdle();
    }

    public void Dispose()
    {
        Volatile.Write(ref _disposed, true);
        DisposeIdle();
    }

    private void DisposeIdle()
    {
        while (_idle.TryPop(out var idle))
            idle.End();
    }
}
