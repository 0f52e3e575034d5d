using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Training.Messaging;

/// <summary>Brings a service's database to the newest migration; safe to repeat, to kill and to run from several processes at once.</summary>
internal sealed class DatabaseMigrator(ServiceDb db, DatabaseChoice choice, ILogger<DatabaseMigrator> log)
{
    private const string AnotherHasTheLock = "migrating";

    public async Task MigrateAsync(CancellationToken ct)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).Count();
        if (pending > 0)
        {
            if (choice.Kind == DatabaseKind.Sqlite)
                await MigrateFileAsync(new SqliteConnectionStringBuilder(choice.ConnectionString).DataSource, ct);
            else
                await db.Database.MigrateAsync(ct);
            log.MigrationsApplied(db.GetType().Name, pending);
        }
        await AuditGuard.RaiseAsync(db, ct);
    }

    // EF Core's lock on SQLite is a row that a killed process leaves behind, and the next one would wait for it for ever. An
    // operating system's file lock dies with its process: whoever holds it knows that such a row is stale.
    private async Task MigrateFileAsync(string file, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using var held = await LockAsync($"{file}.{AnotherHasTheLock}", ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
        var locks = await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(ct);
        if (locks > 0)
            await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock" """, ct);
        await db.Database.MigrateAsync(ct);
    }

    private static async Task<FileStream> LockAsync(string file, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (!ct.IsCancellationRequested)
            {
                await Task.Delay(100, ct);
            }
        }
    }
}
