using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Training.Messaging;

/// <summary>The databases that a service can keep its rows in.</summary>
public enum DatabaseKind
{
    /// <summary>Embedded SQLite in one file (WAL, <c>synchronous=FULL</c>): the default on one machine.</summary>
    Sqlite,

    /// <summary>PostgreSQL, chosen by a connection string with a <c>Host</c>.</summary>
    Postgres,
}

/// <summary>Which database a service uses: read from <c>ConnectionStrings:{name}</c>, else a SQLite file in the data folder.</summary>
/// <param name="Kind">The provider.</param>
/// <param name="ConnectionString">In the provider's own syntax.</param>
public sealed record DatabaseChoice(DatabaseKind Kind, string ConnectionString)
{
    /// <summary>Reads the choice for the database called <paramref name="name"/>.</summary>
    /// <param name="configuration">The service's configuration.</param>
    /// <param name="name">The database's name, such as <c>curricula</c>.</param>
    /// <param name="dataFolder">Where a SQLite file goes when no connection string is given.</param>
    /// <exception cref="InvalidOperationException">The connection string is neither SQLite's nor PostgreSQL's.</exception>
    public static DatabaseChoice From(IConfiguration configuration, string name, string dataFolder)
    {
        var text = configuration.GetConnectionString(name);
        if (string.IsNullOrWhiteSpace(text))
            return new DatabaseChoice(DatabaseKind.Sqlite, $"Data Source={Path.Combine(dataFolder, name + ".db")}");

        return KindOf(text) is { } kind
            ? new DatabaseChoice(kind, text)
            : throw new InvalidOperationException(
                $"ConnectionStrings:{name} is neither SQLite's nor PostgreSQL's: give 'Data Source=FILE' or 'Host=…;Database=…;Username=…'.");
    }

    // What the provider's own parser objects to is not repeated: it may quote the text, and with it the password.
    private static DatabaseKind? KindOf(string text)
    {
        try
        {
            var keys = new DbConnectionStringBuilder { ConnectionString = text };
            if (keys.ContainsKey("Host") || keys.ContainsKey("Server"))
                return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 } ? DatabaseKind.Postgres : null;
            var file = new SqliteConnectionStringBuilder(text);
            return file.DataSource is not ("" or ":memory:") && file.Mode != SqliteOpenMode.Memory ? DatabaseKind.Sqlite : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
