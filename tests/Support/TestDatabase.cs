using Xunit;

namespace Training.Tests.Support;

/// <summary>An empty database of its own for one test; dropped when disposed.</summary>
/// <param name="Provider">One of <see cref="TestDatabases.Providers"/>.</param>
/// <param name="ConnectionString">In the provider's own words.</param>
public sealed record TestDatabase(string Provider, string ConnectionString) : IAsyncDisposable
{
    internal Func<ValueTask> Drop { private get; init; } = () => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => Drop();
}

/// <summary>
/// The databases that every feature is tested on:
/// <c>[SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]</c>.
/// </summary>
public static class TestDatabases
{
    public const string Sqlite = "Sqlite";
    public const string Postgres = "Postgres";

    public static TheoryData<string> Providers => [Sqlite, Postgres];

    /// <summary>Makes an empty database, or skips the test where PostgreSQL is not installed.</summary>
    public static async Task<TestDatabase> CreateAsync(string provider)
    {
        if (provider == Sqlite)
        {
            var folder = new TemporaryFolder();
            return new TestDatabase(Sqlite, $"Data Source={folder.At("test.db")}")
            {
                Drop = () =>
                {
                    folder.Dispose();
                    return ValueTask.CompletedTask;
                },
            };
        }

        if (provider != Postgres)
            throw new ArgumentException($"No test database is called '{provider}'. Use one of {nameof(TestDatabases)}.{nameof(Providers)}.", nameof(provider));
        PostgresServer.SkipIfMissing();
        var server = await PostgresServer.SharedAsync();
        var connectionString = await server.CreateDatabaseAsync();
        return new TestDatabase(Postgres, connectionString) { Drop = async () => await server.DropDatabaseAsync(connectionString) };
    }
}
