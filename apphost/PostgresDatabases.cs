using Npgsql;

namespace Training.AppHost;

/// <summary>A PostgreSQL database per service, made where it is missing.</summary>
internal static class PostgresDatabases
{
    private const string Maintenance = "postgres";

    /// <summary>The connection string of each service's database. The given one's <c>Database</c>, if any, begins their names.</summary>
    /// <exception cref="Refusal">The server cannot be used.</exception>
    public static async Task<IReadOnlyDictionary<Service, string>> PrepareAsync(string connectionString, CancellationToken ct)
    {
        var server = Parse(connectionString);
        var prefix = server.Database is { Length: > 0 } given ? given : "training";
        var databases = Service.All.ToDictionary(service => service, service => $"{prefix}_{service.App}");
        try
        {
            await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = Maintenance, Pooling = false });
            await using var connection = await source.OpenConnectionAsync(ct);
            var there = await NamesAsync(connection, ct);
            foreach (var name in databases.Values.Where(name => !there.Contains(name)))
                await CreateAsync(connection, name, ct);
        }
        catch (NpgsqlException e)
        {
            throw new Refusal($"PostgreSQL at {server.Host}:{server.Port} cannot be used: {e.Message} Check --postgres \"Host=…;Username=…\".", ExitCode.DatabaseNotReached);
        }

        return databases.ToDictionary(one => one.Key, one => new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = one.Value }.ConnectionString);
    }

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var server = new NpgsqlConnectionStringBuilder(connectionString);
            if (server.Host is { Length: > 0 })
                return server;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // What the parser objects to is not repeated: it may quote the text, and with it the password.
        }

        throw new Refusal("--postgres is no connection string: write it like \"Host=127.0.0.1;Username=training;Password=…\".", ExitCode.SettingsNotUsable);
    }

    private static async Task<HashSet<string>> NamesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT datname FROM pg_database", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new HashSet<string>();
        while (await reader.ReadAsync(ct))
            names.Add(reader.GetString(0));
        return names;
    }

    private static async Task CreateAsync(NpgsqlConnection connection, string name, CancellationToken ct)
    {
        var quoted = new NpgsqlCommandBuilder().QuoteIdentifier(name);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {quoted} ENCODING 'UTF8' TEMPLATE template0", connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
