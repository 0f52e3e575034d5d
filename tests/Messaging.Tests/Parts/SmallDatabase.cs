using Training.Contracts;
using Training.Hosting;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>A small context of the tests on a database of its own, with no service around it.</summary>
internal sealed class SmallDatabase<TDb> : IAsyncDisposable where TDb : ServiceDb
{
    private readonly TestDatabase _database;
    private readonly DatabaseChoice _choice;
    private readonly ContextFactory _contexts;
    private readonly SqliteWriterGate _gate;

    private SmallDatabase(TestDatabase database)
    {
        _database = database;
        _choice = new DatabaseChoice(Enum.Parse<DatabaseKind>(database.Provider), database.ConnectionString);
        _contexts = ContextFactory.For<TDb>(_choice);
        _gate = new SqliteWriterGate(_choice.Kind);
    }

    public static async Task<SmallDatabase<TDb>> CreateAsync(string provider)
    {
        var small = new SmallDatabase<TDb>(await TestDatabases.CreateAsync(provider));
        await using var db = small.Open(null);
        await db.Database.EnsureCreatedAsync();
        return small;
    }

    /// <summary>A context that serves this organisation, or nobody.</summary>
    public TDb Open(OrganisationId? organisation)
    {
        var call = new CurrentCall();
        if (organisation is { } served)
            call.Begin(new Caller(served, Member: null, "Tester", new HashSet<Role>()), "test");
        return (TDb)_contexts.Create(new DbScope(call, TimeProvider.System, _choice, _gate, new OutboxSignal(), new AuditSignal()));
    }

    public ValueTask DisposeAsync()
    {
        _contexts.Dispose();
        return _database.DisposeAsync();
    }
}
