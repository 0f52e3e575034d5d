using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Training.Tests.Support;

namespace Training.Tests.Services;

/// <summary>What a service asks of its own tables while something is done.</summary>
public sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    // The platform's tables, and the locks, which its sealer takes too.
    private static readonly string[] NotCounted = ["outbox", "inbox", "audit", "commands", "pg_advisory"];

    private readonly TestDatabase _database;
    private readonly List<string> _texts = [];
    private readonly List<IDisposable> _subscriptions = [];
    private bool _isOver;

    private Statements(TestDatabase database)
    {
        _database = database;
        var all = DiagnosticListener.AllListeners.Subscribe(this);
        lock (_subscriptions)
            _subscriptions.Add(all);
    }

    public static async Task<IReadOnlyList<string>> OfAsync(ServiceUnderTest service, Func<Task> act)
    {
        using var statements = new Statements(service.Database);
        await act();
        lock (statements._texts)
            return [.. statements._texts];
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name != DbLoggerCategory.Name)
            return;
        // Services of other tests start and stop meanwhile.
        lock (_subscriptions)
        {
            if (!_isOver)
                _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandExecutedEventData { Command: var command } || !IsOurs(command) || NotCounted.Any(word => command.CommandText.Contains(word, StringComparison.Ordinal)))
            return;
        lock (_texts)
            _texts.Add(command.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        lock (_subscriptions)
        {
            _isOver = true;
            _subscriptions.ForEach(subscription => subscription.Dispose());
        }
    }

    private bool IsOurs(DbCommand command) =>
        _database.ConnectionString.Contains(_database.Provider == TestDatabases.Sqlite ? command.Connection!.DataSource : command.Connection!.Database, StringComparison.Ordinal);
}
