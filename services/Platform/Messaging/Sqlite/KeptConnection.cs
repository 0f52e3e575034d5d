using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Training.Messaging;

/// <summary>
/// A connection that stays open and keeps the statements that it prepared, the ones used last. What SQLite keeps per connection is set once: durable commits,
/// foreign keys, patience.
/// </summary>
internal sealed class KeptConnection : SqliteConnection
{
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 30000;";
    private const int MostStatements = 64;

    private readonly Dictionary<string, LinkedListNode<SqliteCommand>> _byText = new(StringComparer.Ordinal);
    private readonly LinkedList<SqliteCommand> _usedLast = [];

    // Held, so that the statement of one that was forgotten is not ended by the runtime beside another that is running: SQLite does not lock a connection here.
    private readonly HashSet<PreparedCommand> _running = [];
    private bool _ending;

    // SQLite counts its memory under one lock for all connections of the process, and nobody asks for the sum. It also locks a connection for each value that is read,
    // though a connection has one user at a time. Where SQLite has begun already, it goes on with both.
    static KeptConnection()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
    }

    private KeptConnection(string connectionString) : base(connectionString)
    {
    }

    /// <summary>Nothing is under way: no transaction, no statement that is still read.</summary>
    public bool IsAtRest => _running.Count == 0 && State == System.Data.ConnectionState.Open && raw.sqlite3_get_autocommit(Handle) != 0;

    public static KeptConnection Open(string connectionString)
    {
        var connection = new KeptConnection(connectionString);
        try
        {
            connection.Open();
            // Otherwise a statement with LIMIT is planned anew whenever the limit is bound.
            raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
            using var command = new SqliteCommand(Settings, connection);
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.End();
            throw;
        }
    }

    public override SqliteCommand CreateCommand() => new PreparedCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <summary>Closes it, and ends what still runs on it. Who only disposes or closes it, as a context does, leaves it as it is.</summary>
    public void End()
    {
        foreach (var forgotten in _running.ToList())
            forgotten.Dispose();
        _ending = true;
        base.Dispose(disposing: true);
    }

    public override void Close()
    {
        if (_ending)
            base.Close();
    }

    protected override void Dispose(bool disposing)
    {
        if (_ending)
            base.Dispose(disposing);
    }

    /// <summary>A statement for the use of one command, which gives it back.</summary>
    public SqliteCommand Take(PreparedCommand command)
    {
        _running.Add(command);
        if (!_byText.Remove(command.CommandText, out var kept))
            return new SqliteCommand(command.CommandText, this);
        _usedLast.Remove(kept);
        return kept.Value;
    }

    public void GiveBack(PreparedCommand command, SqliteCommand statement, bool failed)
    {
        _running.Remove(command);
        statement.Parameters.Clear();
        statement.Transaction = null;
        var node = new LinkedListNode<SqliteCommand>(statement);
        if (failed || !_byText.TryAdd(statement.CommandText, node))
        {
            statement.Dispose();
            return;
        }
        _usedLast.AddFirst(node);
        if (_usedLast.Count <= MostStatements)
            return;
        var oldest = _usedLast.Last!.Value;
        _usedLast.RemoveLast();
        _byText.Remove(oldest.CommandText);
        oldest.Dispose();
    }
}
