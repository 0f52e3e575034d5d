using System.Data.Common;
using Microsoft.Extensions.Configuration;

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

        var keys = Parse(text, name);
        if (keys.ContainsKey("Host") || keys.ContainsKey("Server"))
            return new DatabaseChoice(DatabaseKind.Postgres, text);
        if (keys.ContainsKey("Data Source") || keys.ContainsKey("DataSource") || keys.ContainsKey("Filename"))
            return new DatabaseChoice(DatabaseKind.Sqlite, text);
        throw Unusable(name, null);
    }

    private static DbConnectionStringBuilder Parse(string text, string name)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text };
        }
        catch (ArgumentException e)
        {
            throw Unusable(name, e);
        }
    }

    private static InvalidOperationException Unusable(string name, Exception? cause) => new(
        $"ConnectionStrings:{name} is neither SQLite's nor PostgreSQL's: give 'Data Source=FILE' or 'Host=…;Database=…;Username=…'.", cause);
}
