using Microsoft.Data.Sqlite;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

/// <summary>
/// Holds a reaction up at its effect: a trigger on the tallies that does not come to an end. On PostgreSQL it waits for a lock that the test holds; SQLite
/// has no such lock across a statement, so there it counts for ever, and only the death of the process ends it.
/// </summary>
internal sealed class Roadblock : IAsyncDisposable
{
    private const int Lock = 4711;
    private static readonly TimeSpan HeldForLong = TimeSpan.FromMilliseconds(400);

    private readonly Outsider _outsider;
    private readonly string _provider;

    private Roadblock(Outsider outsider, string provider)
    {
        _outsider = outsider;
        _provider = provider;
    }

    /// <summary>Blocks <c>BEFORE</c> the tally is inserted, or <c>AFTER</c>.</summary>
    public static async Task<Roadblock> PutUpAsync(string provider, string connectionString, string when)
    {
        var outsider = await Outsider.ConnectAsync(provider, connectionString, secondsOfPatience: 1);
        if (provider == TestDatabases.Postgres)
        {
            await outsider.ExecuteAsync($"""
                SELECT pg_advisory_lock({Lock});
                CREATE FUNCTION roadblock() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock({Lock}); RETURN NEW; END $$;
                CREATE TRIGGER roadblock {when} INSERT ON tallies FOR EACH ROW EXECUTE FUNCTION roadblock();
                """);
        }
        else
        {
            await outsider.ExecuteAsync($"""
                CREATE TRIGGER roadblock {when} INSERT ON tallies
                BEGIN SELECT max(n) FROM (WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 1000000000000) SELECT n FROM count); END;
                """);
        }

        return new Roadblock(outsider, provider);
    }

    /// <summary>Returns when a reaction is held up.</summary>
    public async Task IsReachedAsync()
    {
        if (_provider == TestDatabases.Postgres)
        {
            await Eventually.IsTrueAsync(
                async () => await _outsider.NumberAsync($"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = {Lock} AND NOT granted") > 0,
                "a reaction waits at the roadblock");
            return;
        }

        var since = TimeProvider.System.GetTimestamp();
        await Eventually.IsTrueAsync(
            async () =>
            {
                if (!await IsWriteLockedAsync())
                    since = TimeProvider.System.GetTimestamp();
                return TimeProvider.System.GetElapsedTime(since) > HeldForLong;
            },
            "a reaction holds the file's write lock for longer than any statement of ours");
    }

    /// <summary>Removes the roadblock. The process that was held up must be dead.</summary>
    public async Task LiftAsync()
    {
        if (_provider == TestDatabases.Postgres)
            await _outsider.ExecuteAsync($"SELECT pg_advisory_unlock({Lock})");
        await Eventually.IsTrueAsync(
            async () =>
            {
                try
                {
                    await _outsider.ExecuteAsync(_provider == TestDatabases.Postgres ? "DROP TRIGGER roadblock ON tallies" : "DROP TRIGGER roadblock");
                    return true;
                }
                catch (SqliteException busy) when (busy.SqliteErrorCode is 5)
                {
                    return false;
                }
            },
            "the trigger can be dropped");
    }

    public ValueTask DisposeAsync() => _outsider.DisposeAsync();

    private async Task<bool> IsWriteLockedAsync()
    {
        try
        {
            await _outsider.ExecuteAsync("BEGIN IMMEDIATE; ROLLBACK");
            return false;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5)
        {
            return true;
        }
    }
}
