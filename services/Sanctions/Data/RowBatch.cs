using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Training.Sanctions;

/// <summary>Rows for one table, written by one statement; a null, for which no parameter has a type, stands in the text itself.</summary>
internal sealed class RowBatch(string table, params string[] columns)
{
    private readonly StringBuilder _rows = new();
    private readonly List<object> _values = [];

    public void Add(params ReadOnlySpan<object?> row)
    {
        if (row.Length != columns.Length)
            throw new ArgumentException($"A row of {table} has {columns.Length} columns.", nameof(row));
        _rows.Append(_rows.Length == 0 ? "(" : ", (");
        for (var i = 0; i < row.Length; i++)
        {
            _rows.Append(i == 0 ? "" : ", ");
            if (row[i] is not { } value)
            {
                _rows.Append("NULL");
                continue;
            }

            _rows.Append('{').Append(_values.Count).Append('}');
            _values.Add(value);
        }

        _rows.Append(')');
    }

    /// <returns>How many rows were written; 0 for an empty batch.</returns>
    public async Task<int> WriteAsync(DbContext db, string onConflict, CancellationToken ct)
    {
        if (_values.Count == 0)
            return 0;
        // Table and columns are words of our code; every value is a parameter.
        var statement = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES {_rows} ON CONFLICT {onConflict}";
        return await db.Database.ExecuteSqlRawAsync(statement, _values, ct);
    }
}
