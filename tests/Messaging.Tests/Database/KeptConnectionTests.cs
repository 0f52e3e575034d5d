using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class KeptConnectionTests
{
    private const int PlannedAgain = 5, Runs = 6;
    private static readonly string[] Names = ["a", "b", "c"];

    [Fact]
    public void A_statement_is_prepared_and_planned_once_when_it_comes_again_with_other_values()
    {
        using var folder = new TemporaryFolder();
        var connection = Open(folder);
        for (var count = 1; count <= 3; count++)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name FROM things WHERE name <> @not ORDER BY name LIMIT @count";
            command.Parameters.AddWithValue("@not", $"not {count}");
            command.Parameters.AddWithValue("@count", count);
            Assert.Equal(Names[..count], Read(command));
        }

        var statement = Assert.Single(StatementsOf(connection), one => Text(one).Contains("LIMIT", StringComparison.Ordinal));
        Assert.Equal((3, 0), (raw.sqlite3_stmt_status(statement, Runs, 0), raw.sqlite3_stmt_status(statement, PlannedAgain, 0)));
        connection.End();
    }

    [Fact]
    public void A_connection_keeps_only_the_statements_used_last_when_there_are_many()
    {
        using var folder = new TemporaryFolder();
        var connection = Open(folder);
        for (var number = 0; number < 200; number++)
        {
            Run(connection, $"SELECT {number}");
            Run(connection, "SELECT -1");
        }

        var kept = StatementsOf(connection).Select(Text).ToList();
        Assert.Equal([-1, .. Enumerable.Range(200 - 63, 63)], kept.Select(text => int.Parse(text["SELECT ".Length..], CultureInfo.InvariantCulture)).Order());
        connection.End();
    }

    [Fact]
    public void The_same_statement_can_be_read_while_it_is_being_read_and_is_kept_once()
    {
        using var folder = new TemporaryFolder();
        var connection = Open(folder);
        const string text = "SELECT name FROM things ORDER BY name";
        List<string> pairs = [];
        using (var outer = connection.CreateCommand())
        {
            outer.CommandText = text;
            using var reader = outer.ExecuteReader();
            while (reader.Read())
            {
                using var inner = connection.CreateCommand();
                inner.CommandText = text;
                pairs.AddRange(Read(inner).Select(name => reader.GetString(0) + name));
            }
        }

        Assert.Equal(["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"], pairs);
        Assert.Single(StatementsOf(connection), one => Text(one) == text);
        Assert.True(connection.IsAtRest);
        connection.End();
    }

    [Fact]
    public async Task The_next_lease_has_the_connection_of_the_one_before_it()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);
        SqliteConnection? first = null;
        for (var lease = 1; lease <= 3; lease++)
        {
            await using var db = things.Open(People.Hospital);
            Assert.Equal(0, await db.Things.CountAsync());
            Assert.Same(first ??= ConnectionOf(db), ConnectionOf(db));
        }
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
    public async Task A_context_ends_and_its_connection_is_closed_when_a_transaction_could_not_begin()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);
        SqliteConnection failed;
        await using (var db = things.Open(People.Hospital))
        {
            await db.Database.ExecuteSqlRawAsync("BEGIN IMMEDIATE");
            failed = ConnectionOf(db);
            await Assert.ThrowsAsync<SqliteException>(() => db.Database.BeginTransactionAsync());
        }

        Assert.Equal(System.Data.ConnectionState.Closed, failed.State);
        await SaveAsync(things, ["a"]);
        await using var next = things.Open(People.Hospital);
        Assert.Equal(1, await next.Things.CountAsync());
    }

    [Fact]
    public async Task CanConnectAsync_says_no_when_the_file_has_gone_though_a_connection_is_kept()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);
        await SaveAsync(things, ["a"]);
        await using var db = things.Open(People.Hospital);
        Assert.True(await db.Database.CanConnectAsync());
        Assert.Equal(1, await db.Things.CountAsync());
        foreach (var part in new[] { "", "-wal", "-shm" })
            File.Delete(ConnectionOf(db).DataSource + part);

        Assert.False(await db.Database.CanConnectAsync());
    }

    [Fact]
    public void A_command_that_ends_before_its_reader_ends_the_reader()
    {
        using var folder = new TemporaryFolder();
        var connection = Open(folder);
        var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM things ORDER BY name";
        var reader = command.ExecuteReader();
        Assert.True(reader.Read());

        command.Dispose();

        Assert.True(reader.IsClosed);
        Assert.True(connection.IsAtRest);
        using var again = connection.CreateCommand();
        again.CommandText = command.CommandText;
        Assert.Equal(Names, Read(again));
        connection.End();
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

    [Fact]
    public async Task A_kept_connection_holds_nothing_back_when_nobody_has_it()
    {
        await using var things = await SmallDatabase<ThingsDb>.CreateAsync(TestDatabases.Sqlite);
        await using (var db = things.Open(People.Hospital))
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
        await SaveAsync(things, ["a", "b", "c"]);
        string file;
        await using (var db = things.Open(People.Hospital))
        {
            Assert.Equal("a", (await db.Things.OrderBy(thing => thing.Name).FirstAsync()).Name);
            file = ConnectionOf(db).DataSource;
        }

        await using var other = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=1");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        Assert.Equal(0L, await command.ExecuteScalarAsync());
        Assert.Equal(0, new FileInfo($"{file}-wal").Length);
    }

    private static SqliteConnection ConnectionOf(DbContext db) => (SqliteConnection)db.Database.GetDbConnection();

    private static KeptConnection Open(TemporaryFolder folder)
    {
        var connection = KeptConnection.Open($"Data Source={folder.At("kept.db")};Pooling=False");
        connection.Handle!.enable_sqlite3_next_stmt(true);
        Run(connection, "CREATE TABLE things (name TEXT)");
        foreach (var name in Names)
            Run(connection, $"INSERT INTO things VALUES ('{name}')");
        return connection;
    }

    private static void Run(KeptConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static List<string> Read(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        List<string> names = [];
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private static string Text(sqlite3_stmt statement) => raw.sqlite3_sql(statement).utf8_to_string();

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
