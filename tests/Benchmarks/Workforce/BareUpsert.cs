using System.Data.Common;
using System.Globalization;
using CsvHelper;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Training.Tests.Support;

namespace Training.Benchmarks.Workforce;

/// <summary>
/// The floor: CsvHelper reads every value of the file, and the rows go into a table that has the columns and indexes of the members by what is
/// fastest in each driver: one prepared upsert run again and again on SQLite, binary COPY and one upsert from there on PostgreSQL.
/// </summary>
internal sealed class BareUpsert : IAsyncDisposable
{
    private const int FileColumns = 14;

    private static readonly string[] Columns =
    [
        "organisation", "id", "employee_number", "given_name", "family_name", "email", "constituency", "job_role", "department", "site", "time_zone", "manager",
        "phi_exposure", "ephi_access", "hired_on", "left_on", "status", "version", "change",
    ];

    private static readonly CsvReaderOptions Format = new() { Separator = '|', Mode = CsvMode.NoEscape, TrimWhitespace = true, PoolStrings = true };

    private readonly TestDatabase _database;
    private readonly DbConnection _connection;

    private BareUpsert(TestDatabase database, DbConnection connection) => (_database, _connection) = (database, connection);

    public static async Task<BareUpsert> CreateAsync(string provider)
    {
        var database = await TestDatabases.CreateAsync(provider);
        DbConnection connection = provider == TestDatabases.Sqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        var bare = new BareUpsert(database, connection);
        if (provider == TestDatabases.Sqlite)
            await bare.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        var (id, flag, date) = provider == TestDatabases.Sqlite ? ("TEXT", "INTEGER", "TEXT") : ("uuid", "boolean", "date");
        var table = $"""
            organisation {id} NOT NULL, id {id} NOT NULL, employee_number varchar(32) NOT NULL, given_name varchar(100) NOT NULL, family_name varchar(100) NOT NULL,
            email varchar(254) NOT NULL, constituency integer NOT NULL, job_role text NOT NULL, department varchar(100) NOT NULL, site text NOT NULL,
            time_zone text NOT NULL, manager {id}, phi_exposure integer NOT NULL, ephi_access {flag} NOT NULL, hired_on {date} NOT NULL, left_on {date},
            status integer NOT NULL, version bigint NOT NULL, change bigint NOT NULL
            """;
        await bare.ExecuteAsync($"CREATE TABLE members ({table}, PRIMARY KEY (organisation, id))");
        await bare.ExecuteAsync("CREATE UNIQUE INDEX by_number ON members (organisation, employee_number)");
        foreach (var index in new[] { "status", "site", "department", "manager", "change", "family_name, given_name" })
            await bare.ExecuteAsync($"CREATE INDEX by_{index.Replace(", ", "_", StringComparison.Ordinal)} ON members (organisation, {index}, id)");
        if (provider == TestDatabases.Postgres)
            await bare.ExecuteAsync($"CREATE TEMP TABLE incoming ({table})");
        return bare;
    }

    public async Task RunAsync(Guid organisation, byte[] file)
    {
        await using var transaction = await _connection.BeginTransactionAsync();
        await (_connection is SqliteConnection sqlite ? UpsertAsync(sqlite, Rows(organisation, file)) : UpsertAsync((NpgsqlConnection)_connection, Rows(organisation, file)));
        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static IEnumerable<object?[]> Rows(Guid organisation, byte[] file)
    {
        using var csv = CsvReader.Create(new MemoryStream(file), Format);
        var number = 0;
        while (csv.Read())
        {
            var values = new string[FileColumns];
            for (var i = 0; i < FileColumns; i++)
                values[i] = csv.GetString(i);
            // The same ids each time, in the order of the time at which they were made.
            var id = IdOf(organisation, number++);
            var manager = values[8] == "" ? (object?)null : IdOf(organisation, int.Parse(values[8], CultureInfo.InvariantCulture) - 100_000);
            var hiredOn = DateOnly.ParseExact(values[11], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return
            [
                organisation, id, values[0], values[1], values[2], values[3], 1, values[5], values[6], values[7], "America/Chicago", manager, 2, values[10] == "yes", hiredOn, null, 1, 1L, 1L,
            ];
        }
    }

    private static Guid IdOf(Guid organisation, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        organisation.TryWriteBytes(bytes, bigEndian: true, out _);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes[12..], number);
        return new Guid(bytes, bigEndian: true);
    }

    private static string Upsert(string source) =>
        $"INSERT INTO members ({string.Join(", ", Columns)}) {source} ON CONFLICT (organisation, id) DO UPDATE SET {string.Join(", ", Columns.Skip(2).Select(column => $"{column} = excluded.{column}"))}";

    private static async Task UpsertAsync(SqliteConnection connection, IEnumerable<object?[]> rows)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Upsert($"VALUES ({string.Join(", ", Columns.Select(column => $"${column}"))})");
        var parameters = Columns.Select(column => command.Parameters.Add(new SqliteParameter { ParameterName = $"${column}" })).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                parameters[i].Value = row[i] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task UpsertAsync(NpgsqlConnection connection, IEnumerable<object?[]> rows)
    {
        NpgsqlDbType[] types =
        [
            NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Varchar, NpgsqlDbType.Varchar, NpgsqlDbType.Varchar, NpgsqlDbType.Varchar, NpgsqlDbType.Integer, NpgsqlDbType.Text,
            NpgsqlDbType.Varchar, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Uuid, NpgsqlDbType.Integer, NpgsqlDbType.Boolean, NpgsqlDbType.Date, NpgsqlDbType.Date,
            NpgsqlDbType.Integer, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint,
        ];
        await using (var copy = await connection.BeginBinaryImportAsync($"COPY incoming ({string.Join(", ", Columns)}) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync();
                for (var i = 0; i < row.Length; i++)
                    await (row[i] is { } value ? copy.WriteAsync(value, types[i]) : copy.WriteNullAsync());
            }
            await copy.CompleteAsync();
        }
        await using var command = connection.CreateCommand();
        command.CommandText = Upsert($"SELECT {string.Join(", ", Columns)} FROM incoming") + "; TRUNCATE incoming";
        await command.ExecuteNonQueryAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
