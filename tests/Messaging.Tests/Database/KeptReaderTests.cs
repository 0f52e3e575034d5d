using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class KeptReaderTests : IDisposable
{
    private static readonly Guid Id = new("0190f2a6-3f5e-7c3a-9a3b-5d1f0c2e4b6d");

    private static readonly (string Name, Func<DbDataReader, object> Read)[] Readings =
    [
        ("IsDBNull", row => row.IsDBNull(0)), ("GetBoolean", row => row.GetBoolean(0)), ("GetInt32", row => row.GetInt32(0)), ("GetInt64", row => row.GetInt64(0)),
        ("GetString", row => row.GetString(0)), ("GetGuid", row => row.GetGuid(0)), ("GetDouble", row => row.GetDouble(0)), ("GetValue", row => row.GetValue(0)),
        ("GetFieldValue", row => row.GetFieldValue<Guid>(0)), ("this[]", row => row["value"]), ("no such column", row => row.GetString(1)), ("no such column, null", row => row.IsDBNull(1)), ("before the first", row => row.GetInt64(-1)),
        ("before the first, null", row => row.IsDBNull(-1)),
    ];

    private static readonly Gen<(Guid Id, long Number, string Text)> Stored =
        from id in ArbMap.Default.GeneratorFor<Guid>()
        from number in ArbMap.Default.GeneratorFor<long>()
        from words in Gen.ListOf(Gen.Elements("a", "ß", "😀", " ", "'", "\n", "漢字"))
        select (id, number, string.Concat(words));

    private readonly TemporaryFolder _folder = new();
    private readonly KeptConnection _connection;

    public KeptReaderTests() => _connection = KeptConnection.Open($"Data Source={_folder.At("kept.db")};Pooling=False");

    public static TheoryData<object?> Values => new(
        null, 0, 1, -1, int.MaxValue, int.MaxValue + 1L, long.MinValue, 1.5, -0.0, 1e300, "", "a", "häßlich 😀", "a\0b", "12", "true",
        Id.ToString().ToUpperInvariant(), Id.ToString(), Id.ToString("N"), Id.ToString("B"), $"{Id} ", $"{Id}0", $"{Id}g", $"{Id}-", $"{Id}\0", $"{Id}"[1..],
        "0190f2a6-3f5e-7c3a-9a3b-5d1f0c2e4b6g", Id.ToByteArray(), new byte[] { 1, 2, 3 }, Array.Empty<byte>());

    public void Dispose()
    {
        _connection.End();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_reads_as_through_the_package_whatever_it_is_and_is_read_as(object? value)
    {
        using var command = Selecting(value);
        using var plain = command.ExecuteReader();
        Assert.True(plain.Read());
        var expected = Told(plain);
        plain.Close();

        using var kept = Kept(command);
        Assert.True(kept.Read());

        Assert.Equal(expected, Told(kept));
    }

    [Fact]
    public void Ids_whole_numbers_and_text_come_back_as_they_were_stored() => Prop.ForAll(Stored.ToArbitrary(), stored =>
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT @id, @number, @text";
        command.Parameters.AddWithValue("@id", stored.Id);
        command.Parameters.AddWithValue("@number", stored.Number);
        command.Parameters.AddWithValue("@text", stored.Text);
        using var row = Kept(command);
        return row.Read() && row.GetGuid(0) == stored.Id && row.GetInt64(1) == stored.Number && row.GetString(2) == stored.Text;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_value_is_refused_as_by_the_package_when_there_is_no_row()
    {
        using var command = Selecting("a");
        var plain = command.ExecuteReader();
        List<string> expected = [Told(plain)];
        Assert.True(plain.Read());
        Assert.False(plain.Read());
        expected.Add(Told(plain));
        plain.Close();
        expected.Add(Told(plain));

        var kept = Kept(command);
        List<string> told = [Told(kept)];
        Assert.True(kept.Read());
        Assert.False(kept.Read());
        told.Add(Told(kept));
        kept.Close();
        told.Add(Told(kept));

        Assert.Equal(expected, told);
    }

    [Fact]
    public void NextResult_goes_on_to_the_rows_of_the_next_statement()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT 1 UNION ALL SELECT 2; SELECT 'three'";
        using var rows = Kept(command);

        Assert.True(rows.Read());
        Assert.Equal(1, rows.GetInt32(0));
        Assert.True(rows.NextResult());
        Assert.Throws<InvalidOperationException>(() => rows.GetString(0));
        Assert.True(rows.Read());
        Assert.Equal("three", rows.GetString(0));
        Assert.False(rows.Read());
        Assert.False(rows.NextResult());
    }

    [Fact]
    public void A_reader_reads_nothing_of_another_one_when_its_command_has_ended()
    {
        const string text = "SELECT 'of one'";
        var ended = _connection.CreateCommand();
        ended.CommandText = text;
        var reader = Kept(ended);
        Assert.True(reader.Read());
        ended.Dispose();

        using var command = _connection.CreateCommand();
        command.CommandText = text;
        using var other = Kept(command);
        Assert.True(other.Read());

        Assert.True(reader.IsClosed);
        Assert.Throws<InvalidOperationException>(() => reader.GetString(0));
        Assert.Equal("of one", other.GetString(0));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_statement_is_not_ended_beside_others_when_its_command_was_forgotten(bool kept)
    {
        _connection.Handle!.enable_sqlite3_next_stmt(true);
        Forget(kept);
        Collect();

        Assert.NotNull(raw.sqlite3_next_stmt(_connection.Handle, null));
        Assert.False(_connection.IsAtRest);
    }

    [Fact]
    public void The_file_is_let_go_when_a_connection_ends_whose_reader_was_forgotten()
    {
        Forget(kept: true);
        Assert.NotEmpty(OpenFiles());

        _connection.End();
        Collect();

        Assert.Empty(OpenFiles());
    }

    [Fact]
    public void A_reader_is_closed_when_its_connection_ends()
    {
        var reader = Kept(Selecting("a"));
        Assert.True(reader.Read());

        _connection.End();

        Assert.True(reader.IsClosed);
        Assert.Throws<InvalidOperationException>(() => reader.IsDBNull(0));
        Assert.Throws<InvalidOperationException>(() => reader.GetString(0));
    }

    [Fact]
    public void SQLite_does_not_lock_a_connection_for_its_one_user() => Assert.Equal(0, sqlite3_db_mutex(_connection.Handle!));

    [DllImport("e_sqlite3")]
    private static extern nint sqlite3_db_mutex(sqlite3 connection);

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Forget(bool kept)
    {
        var command = Selecting("forgotten");
        Assert.True(kept ? Kept(command).Read() : command.ExecuteReader().Read());
    }

    private IEnumerable<string> OpenFiles() => new DirectoryInfo("/proc/self/fd").GetFiles()
        .Select(file => file.LinkTarget ?? "").Where(target => target.StartsWith(_folder.Path, StringComparison.Ordinal));

    private static string Told(DbDataReader row) => string.Join('\n', Readings.Select(reading =>
    {
        try
        {
            var value = reading.Read(row);
            return $"{reading.Name}: {value.GetType().Name} {(value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture))}";
        }
        catch (Exception refused)
        {
            return $"{reading.Name}: {refused.GetType().Name} {refused.Message}";
        }
    }));

    private static KeptReader Kept(SqliteCommand command) => Assert.IsType<KeptReader>(((DbCommand)command).ExecuteReader());

    private SqliteCommand Selecting(object? value)
    {
        var command = _connection.CreateCommand();
        command.CommandText = "SELECT @value AS value";
        command.Parameters.AddWithValue("@value", value ?? DBNull.Value);
        return command;
    }
}
