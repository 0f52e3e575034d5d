using System.Buffers.Text;
using System.Collections;
using System.Data;
using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Training.Messaging;

/// <summary>
/// Reads what a statement returns as the reader that it holds would, and does by itself only what is read for every row: whole numbers, text and ids in the form
/// in which they are stored. Their reading costs a call of SQLite's library and no more.
/// </summary>
internal sealed class KeptReader(SqliteDataReader reader) : DbDataReader
{
    private const int IdLength = 36;

    private sqlite3_stmt? _statement;

    // The statement that is on a row, and how many columns it has; 0 where there is none.
    private nint _current;
    private int _columns;

    public override int Depth => reader.Depth;

    public override int FieldCount => reader.FieldCount;

    public override bool HasRows => reader.HasRows;

    public override bool IsClosed => reader.IsClosed;

    public override int RecordsAffected => reader.RecordsAffected;

    public override object this[int ordinal] => reader[ordinal];

    public override object this[string name] => reader[name];

    public override bool Read()
    {
        _current = 0;
        if (!reader.Read())
            return false;
        _current = Statement().DangerousGetHandle();
        return true;
    }

    public override bool NextResult()
    {
        Release();
        return reader.NextResult();
    }

    public override void Close()
    {
        Release();
        reader.Close();
    }

    // A column that is not there is null to SQLite.
    public override bool IsDBNull(int ordinal) =>
        _current != 0 && ordinal >= 0 && ordinal < _columns ? SqliteColumns.Type(_current, ordinal) == raw.SQLITE_NULL : reader.IsDBNull(ordinal);

    public override bool GetBoolean(int ordinal) => Has(raw.SQLITE_INTEGER, ordinal) ? SqliteColumns.Integer(_current, ordinal) != 0 : reader.GetBoolean(ordinal);

    public override int GetInt32(int ordinal) =>
        Has(raw.SQLITE_INTEGER, ordinal) && SqliteColumns.Integer(_current, ordinal) is >= int.MinValue and <= int.MaxValue and var value ? (int)value : reader.GetInt32(ordinal);

    public override long GetInt64(int ordinal) => Has(raw.SQLITE_INTEGER, ordinal) ? SqliteColumns.Integer(_current, ordinal) : reader.GetInt64(ordinal);

    public override string GetString(int ordinal) => Has(raw.SQLITE_TEXT, ordinal) ? Encoding.UTF8.GetString(SqliteColumns.Text(_current, ordinal)) : reader.GetString(ordinal);

    public override Guid GetGuid(int ordinal)
    {
        if (!Has(raw.SQLITE_TEXT, ordinal))
            return reader.GetGuid(ordinal);
        var text = SqliteColumns.Text(_current, ordinal);
        return text.Length == IdLength && Utf8Parser.TryParse(text, out Guid id, out _) ? id : reader.GetGuid(ordinal);
    }

    public override byte GetByte(int ordinal) => reader.GetByte(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => reader.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);

    public override char GetChar(int ordinal) => reader.GetChar(ordinal);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => reader.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);

    public override string GetDataTypeName(int ordinal) => reader.GetDataTypeName(ordinal);

    public override DateTime GetDateTime(int ordinal) => reader.GetDateTime(ordinal);

    public override decimal GetDecimal(int ordinal) => reader.GetDecimal(ordinal);

    public override double GetDouble(int ordinal) => reader.GetDouble(ordinal);

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override Type GetFieldType(int ordinal) => reader.GetFieldType(ordinal);

    public override T GetFieldValue<T>(int ordinal) => reader.GetFieldValue<T>(ordinal);

    public override float GetFloat(int ordinal) => reader.GetFloat(ordinal);

    public override short GetInt16(int ordinal) => reader.GetInt16(ordinal);

    public override string GetName(int ordinal) => reader.GetName(ordinal);

    public override int GetOrdinal(string name) => reader.GetOrdinal(name);

    public override DataTable? GetSchemaTable() => reader.GetSchemaTable();

    public override Stream GetStream(int ordinal) => reader.GetStream(ordinal);

    public override TextReader GetTextReader(int ordinal) => reader.GetTextReader(ordinal);

    public override object GetValue(int ordinal) => reader.GetValue(ordinal);

    public override int GetValues(object[] values) => reader.GetValues(values);

    private bool Has(int type, int ordinal) => _current != 0 && SqliteColumns.Type(_current, ordinal) == type;

    // Held as long as its rows are read: what it points to stays.
    private sqlite3_stmt Statement()
    {
        if (_statement is not null)
            return _statement;
        var statement = reader.Handle ?? throw new InvalidOperationException("A row is of a statement.");
        var held = false;
        statement.DangerousAddRef(ref held);
        _columns = reader.FieldCount;
        return _statement = statement;
    }

    private void Release()
    {
        (_current, _columns) = (0, 0);
        _statement?.DangerousRelease();
        _statement = null;
    }
}
