using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Training.Messaging;

/// <summary>A command whose statement its connection keeps prepared.</summary>
internal sealed class PreparedCommand(KeptConnection connection) : SqliteCommand
{
    private SqliteCommand? _statement;
    private DbDataReader? _reader;
    private bool _failed;

    /// <summary>Always the one that made it.</summary>
    public override SqliteConnection? Connection
    {
        get => connection;
        set
        {
            if (value != connection)
                throw new NotSupportedException("A command stays with the connection that made it.");
        }
    }

    /// <summary>Nothing is to be done: it is prepared when it first runs.</summary>
    public override void Prepare()
    {
    }

    public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
    {
        var reader = Run(statement => statement.ExecuteReader(behavior));
        _reader = reader;
        return reader;
    }

    public override int ExecuteNonQuery() => Run(statement => statement.ExecuteNonQuery());

    public override object? ExecuteScalar() => Run(statement => statement.ExecuteScalar());

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => _reader = new KeptReader(ExecuteReader(behavior));

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<DbDataReader>(cancellationToken);
        try
        {
            return Task.FromResult(ExecuteDbDataReader(behavior));
        }
        catch (Exception failed)
        {
            return Task.FromException<DbDataReader>(failed);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Release();
        base.Dispose(disposing);
    }

    private T Run<T>(Func<SqliteCommand, T> execute)
    {
        Release();
        _statement = connection.Take(this);
        _statement.CommandTimeout = CommandTimeout;
        _statement.Transaction = Transaction;
        foreach (SqliteParameter parameter in Parameters)
            _statement.Parameters.Add(parameter);
        _failed = true;
        var result = execute(_statement);
        _failed = false;
        return result;
    }

    private void Release()
    {
        if (_statement is not { } statement)
            return;
        _reader?.Dispose();
        (_statement, _reader) = (null, null);
        connection.GiveBack(this, statement, _failed);
    }
}
