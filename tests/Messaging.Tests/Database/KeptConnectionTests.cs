using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class KeptConnectionTests
{
    private const int Reprepared = 5, Runs = 6;

    [Fact]
    public async Task A_statement_is_prepared_once_when_it_comes_again_with_other_values_in_other_leases()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);
        await SaveAsync(things, ["a", "b", "c"]);
        SqliteConnection? first = null;
        for (var count = 1; count <= 3; count++)
        {
            await using var db = things.Open(People.Hospital);
            Assert.Equal(count, (await db.Things.Where(thing => thing.Name != $"not {count}").OrderBy(thing => thing.Name).Take(count).ToListAsync()).Count);
            Assert.Same(first ??= ConnectionOf(db), ConnectionOf(db));
        }

        var statement = Assert.Single(StatementsOf(first!), one => raw.sqlite3_sql(one).utf8_to_string().Contains("LIMIT", StringComparison.Ordinal));
        Assert.Equal((3, 0), (raw.sqlite3_stmt_status(statement, Runs, 0), raw.sqlite3_stmt_status(statement, Reprepared, 0)));
    }

    [Fact]
    public async Task A_connection_keeps_only_the_statements_used_last_when_there_are_many()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);
        await using var db = things.Open(People.Hospital);
        for (var number = 0; number < 200; number++)
        {
            var text = $"SELECT {number} AS Value";
            Assert.Equal([number], await db.Database.SqlQueryRaw<int>(text).ToListAsync());
        }

        var kept = StatementsOf(ConnectionOf(db)).Select(one => raw.sqlite3_sql(one).utf8_to_string()).ToList();
        Assert.Equal(64, kept.Count);
        Assert.Contains(kept, text => text.Contains("SELECT 199 ", StringComparison.Ordinal));
        Assert.DoesNotContain(kept, text => text.Contains("SELECT 100 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_statement_can_be_read_while_it_is_being_read()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);
        await SaveAsync(things, ["a", "b", "c"]);
        await using var db = things.Open(People.Hospital);
        List<string> pairs = [];
        await foreach (var outer in db.Things.AsNoTracking().OrderBy(thing => thing.Name).AsAsyncEnumerable())
            await foreach (var inner in db.Things.AsNoTracking().OrderBy(thing => thing.Name).AsAsyncEnumerable())
                pairs.Add(outer.Name + inner.Name);

        Assert.Equal(["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"], pairs);
        Assert.Single(StatementsOf(ConnectionOf(db)), one => raw.sqlite3_sql(one).utf8_to_string().Contains("ORDER BY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_statement_that_failed_is_prepared_anew_and_works_when_its_cause_is_gone()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);
        await using var db = things.Open(People.Hospital);
        const string insert = "INSERT INTO failures (id) VALUES ({0})";
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE failures (id INTEGER PRIMARY KEY)");
        await db.Database.ExecuteSqlRawAsync(insert, 1);

        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(insert, 1));

        await db.Database.ExecuteSqlRawAsync(insert, 2);
        Assert.Equal([1, 2], await db.Database.SqlQueryRaw<int>("SELECT id AS Value FROM failures ORDER BY id").ToListAsync());
    }

    [Fact]
    public async Task A_connection_is_not_lent_again_when_its_transaction_was_left_open_or_something_is_still_read()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);
        await SaveAsync(things, ["a", "b"]);
        SqliteConnection inTransaction, read;
        await using (var db = things.Open(People.Hospital))
        {
            inTransaction = ConnectionOf(db);
            await db.Database.ExecuteSqlRawAsync("BEGIN IMMEDIATE");
        }
        await SaveAsync(things, ["c"]);
        await using (var db = things.Open(People.Hospital))
        {
            read = ConnectionOf(db);
            Assert.NotSame(inTransaction, read);
            var reader = await new PreparedCommand((KeptConnection)read) { CommandText = "SELECT name FROM things" }.ExecuteReaderAsync();
            Assert.True(await reader.ReadAsync());
        }

        await using var next = things.Open(People.Hospital);
        Assert.Equal(3, await next.Things.CountAsync());
        Assert.NotSame(read, ConnectionOf(next));
        Assert.Equal(System.Data.ConnectionState.Closed, inTransaction.State);
        Assert.Equal(System.Data.ConnectionState.Closed, read.State);
    }

    [Fact]
    public async Task Rest_lends_the_connection_to_the_next_one_and_takes_another_for_what_is_read_afterwards()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);
        await SaveAsync(things, ["a"]);
        await using var watcher = things.Open(People.Hospital);
        await watcher.Things.CountAsync();
        var lent = ConnectionOf(watcher);

        watcher.Rest();

        await using var other = things.Open(People.Hospital);
        Assert.Equal(1, await other.Things.CountAsync());
        Assert.Same(lent, ConnectionOf(other));
        Assert.Equal(1, await watcher.Things.CountAsync());
        Assert.NotSame(lent, ConnectionOf(watcher));
    }

    private static SqliteConnection ConnectionOf(DbContext db) => (SqliteConnection)db.Database.GetDbConnection();

    private static IEnumerable<sqlite3_stmt> StatementsOf(SqliteConnection connection)
    {
        for (var statement = raw.sqlite3_next_stmt(connection.Handle, null); statement is not null; statement = raw.sqlite3_next_stmt(connection.Handle, statement))
            yield return statement;
    }

    private static async Task SaveAsync(SmallDatabase<ThingsDb> things, string[] names)
    {
        await using var db = things.Open(People.Hospital);
        db.AddRange(names.Select(name => Thing.New(People.Hospital, name)));
        await db.SaveChangesAsync();
    }
}
