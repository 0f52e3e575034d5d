using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Training.Workforce;

/// <summary>Many rows of one table, written in the open transaction by what is fastest in each database.</summary>
internal static class BulkRows
{
    /// <summary>Adds rows that are new.</summary>
    public static Task InsertRowsAsync<T>(this WorkforceDb db, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class =>
        rows.Count == 0 ? Task.CompletedTask : db.WriteAsync(new TableRows(db.Model.FindEntityType(typeof(T))!, rows), replace: false, ct);

    /// <summary>Adds rows, or replaces what is stored under the same key.</summary>
    public static Task UpsertRowsAsync<T>(this WorkforceDb db, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class =>
        rows.Count == 0 ? Task.CompletedTask : db.WriteAsync(new TableRows(db.Model.FindEntityType(typeof(T))!, rows), replace: true, ct);
}

/// <summary>Rows as a table has them: by column, in the values that the provider stores.</summary>
internal sealed class TableRows(IEntityType type, IEnumerable<object> rows)
{
    private readonly (IClrPropertyGetter Get, Func<object?, object?>? Convert)[] _values =
        [.. type.GetProperties().Select(property => (property.GetGetter(), property.GetTypeMapping().Converter?.ConvertToProvider))];

    public IEnumerable<object> Rows { get; } = rows;

    public string Table { get; } = type.GetTableName()!;

    public int ColumnCount => _values.Length;

    public string Columns { get; } = Names(type.GetProperties());

    /// <summary>What makes an insert replace the row with the same key.</summary>
    public string Replacing { get; } =
        $"ON CONFLICT ({Names(type.FindPrimaryKey()!.Properties)}) DO UPDATE SET "
        + string.Join(", ", type.GetProperties().Where(property => !property.IsPrimaryKey()).Select(property => $"{Name(property)} = excluded.{Name(property)}"));

    public object? Value(object row, int column)
    {
        var (get, convert) = _values[column];
        var value = get.GetClrValue(row);
        return value is null || convert is null ? value : convert(value);
    }

    private static string Names(IEnumerable<IProperty> properties) => string.Join(", ", properties.Select(Name));

    private static string Name(IProperty property) => $"\"{property.GetColumnName()}\"";
}
