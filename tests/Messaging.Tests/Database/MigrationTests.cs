using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Training.Hosting;
using Training.Reference;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class MigrationTests
{
    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Migrate_brings_the_database_up_and_ends_when_run_twice_and_by_two_processes_at_once(string provider)
    {
        await using var database = await TestDatabases.CreateAsync(provider);
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings:suggestions"] = database.ConnectionString,
            ["Hosting:DataFolder"] = folder.Path,
        };

        var atOnce = await Task.WhenAll(ReferenceProgram.RunAsync(settings, "--migrate"), ReferenceProgram.RunAsync(settings, "--migrate"));
        var again = await ReferenceProgram.RunAsync(settings, "--migrate");

        Assert.All([.. atOnce, again], run => Assert.True(run.ExitCode == 0, run.Output));
        await IsUpToDateAsync(database);
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task MigrateAsync_brings_the_database_up_once_when_six_do_it_at_once(string provider)
    {
        await using var database = await TestDatabases.CreateAsync(provider);

        for (var round = 0; round < 3; round++)
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => MigrateAsync(database))));

        await IsUpToDateAsync(database);
    }

    [Fact]
    public async Task MigrateAsync_is_not_held_up_when_a_killed_process_has_left_its_lock_behind()
    {
        await using var database = await TestDatabases.CreateAsync(TestDatabases.Sqlite);
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync();
            await using var leave = connection.CreateCommand();
            leave.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """;
            await leave.ExecuteNonQueryAsync();
        }

        await MigrateAsync(database).WaitAsync(TimeSpan.FromSeconds(20));

        await IsUpToDateAsync(database);
    }

    [Fact]
    public async Task MigrateAsync_makes_the_folder_that_the_file_shall_lie_in()
    {
        using var folder = new TemporaryFolder();
        var database = new TestDatabase(TestDatabases.Sqlite, $"Data Source={folder.At("new/deeper/suggestions.db")}");

        await MigrateAsync(database);

        await IsUpToDateAsync(database);
    }

    private static async Task MigrateAsync(TestDatabase database)
    {
        await using var db = Open(database);
        await new DatabaseMigrator(db, db.Scope.Choice, NullLogger<DatabaseMigrator>.Instance).MigrateAsync(default);
    }

    private static async Task IsUpToDateAsync(TestDatabase database)
    {
        await using var db = Open(database);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        db.Add(AuditEntries.New(People.Hospital));
        await db.SaveChangesAsync();
        var refused = await Record.ExceptionAsync(() => db.Database.ExecuteSqlAsync($"DELETE FROM audit"));
        Assert.Contains("append-only", refused?.Message);
    }

    private static ServiceDb Open(TestDatabase database)
    {
        var choice = new DatabaseChoice(Enum.Parse<DatabaseKind>(database.Provider), database.ConnectionString);
        var call = new CurrentCall();
        call.Begin(new Caller(People.Hospital, Member: null, "Tester", new HashSet<Contracts.Role>()), "test");
        return ContextFactory.For<ReferenceDb>(choice)
            .Create(new DbScope(call, TimeProvider.System, choice, new SqliteWriterGate(choice.Kind), new OutboxSignal(), new AuditSignal()));
    }
}
