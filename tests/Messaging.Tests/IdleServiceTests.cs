using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class IdleServiceTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Idle_service_asks_its_database_less_than_once_a_second_with_the_default_options(string provider)
    {
        await using var sidecar = await FakeSidecar.StartAsync();
        await using var house = await House.StartAsync(provider, fake: sidecar, configure: settings =>
        {
            foreach (var key in new[] { "PollEvery", "FirstWait", "LongestWait" })
                settings.Remove($"Messaging:{key}");
        });
        await house.Only.SuggestAsync();
        await house.Only.AllIsSentAsync();
        await Eventually.IsTrueAsync(async () => (await house.Only.RowsAsync<AuditRow>()).TrueForAll(row => row.Sequence is not null), "the sealer is done");
        var window = LongRun.Time(TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(2));
        using var statements = new StatementCounter(house.DatabaseOf("suggestions"));

        await Task.Delay(window);

        LongRun.Print($"idle service, {provider}: {statements.Count / window.TotalSeconds:0.00} statements/s");
        Assert.InRange(statements.Count, 1, (int)window.TotalSeconds - 1);
    }

    /// <summary>Counts what EF Core sends to one database.</summary>
    private sealed class StatementCounter : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private readonly string _database;
        private readonly IDisposable _all;
        private readonly List<IDisposable> _subscriptions = [];
        private int _count;

        public StatementCounter(string connectionString)
        {
            _database = Name(connectionString);
            _all = DiagnosticListener.AllListeners.Subscribe(this);
        }

        public int Count => Volatile.Read(ref _count);

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
                _subscriptions.Add(value.Subscribe(this, (name, _, _) => name == RelationalEventId.CommandExecuted.Name));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData executed && Name(executed.Command.Connection!.ConnectionString) == _database)
                Interlocked.Increment(ref _count);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            _all.Dispose();
            _subscriptions.ForEach(subscription => subscription.Dispose());
        }

        private static string Name(string connectionString)
        {
            var keys = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = connectionString };
            return (string)(keys.TryGetValue("Database", out var name) ? name : keys["Data Source"]);
        }
    }
}
