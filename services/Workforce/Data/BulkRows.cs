using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Training.Workforce;

/// <summary>Writes many rows of one table by a few statements, each with a JSON document of rows.</summary>
internal static class BulkRows
{
    private const int RowsAtOnce = 1000;

    /// <summary>Adds rows that are new.</summary>
    public static Task InsertRowsAsync<T>(this WorkforceDb db, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class =>
        db.WriteRowsAsync(rows, _ => "", ct);

    /// <summary>Adds rows, or replaces what is stored under the same key.</summary>
    public static Task UpsertRowsAsync<T>(this WorkforceDb db, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class =>
        db.WriteRowsAsync(rows, Replace, ct);

    private static async Task WriteRowsAsync<T>(this WorkforceDb db, IReadOnlyCollection<T> rows, Func<IEntityType, string> onConflict, CancellationToken ct)
        where T : class
    {
        if (rows.Count == 0)
            return;
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = type.GetTableName()!;
        var columns = type.GetProperties().Select(property => new Column(property)).ToArray();
        var names = columns.Select(column => column.Name).ToArray();
        var sql = $"INSERT INTO {table} ({string.Join(", ", names.Select(Quoted))}) {db.SelectFromJson(table, names)}{onConflict(type)}";
        var json = new ArrayBufferWriter<byte>();
        foreach (var batch in rows.Chunk(RowsAtOnce))
        {
            json.ResetWrittenCount();
            Write(batch, columns, json);
            await db.Database.ExecuteSqlRawAsync(sql, [Encoding.UTF8.GetString(json.WrittenSpan)], ct);
        }
    }

    private static string Replace(IEntityType type)
    {
        var key = type.FindPrimaryKey()!.Properties;
        var others = type.GetProperties().Except(key).Select(property => Quoted(property.GetColumnName()));
        return $" ON CONFLICT ({string.Join(", ", key.Select(property => Quoted(property.GetColumnName())))}) DO UPDATE SET "
            + string.Join(", ", others.Select(column => $"{column} = excluded.{column}"));
    }

    private static string Quoted(string name) => $"\"{name}\"";

    private static void Write(object[] rows, Column[] columns, ArrayBufferWriter<byte> into)
    {
        using var json = new Utf8JsonWriter(into, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var column in columns)
                column.Write(row, json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private sealed class Column(IProperty property)
    {
        private readonly JsonEncodedText _name = JsonEncodedText.Encode(property.GetColumnName());
        private readonly IClrPropertyGetter _value = property.GetGetter();
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        public void Write(object row, Utf8JsonWriter json)
        {
            var value = _value.GetClrValue(row);
            switch (_convert is null || value is null ? value : _convert(value))
            {
                case null:
                    json.WriteNull(_name);
                    break;
                case string text:
                    json.WriteString(_name, text);
                    break;
                // As the provider for SQLite spells it.
                case Guid id:
                    json.WriteString(_name, id.ToString().ToUpperInvariant());
                    break;
                case DateOnly date:
                    json.WriteString(_name, date.ToString("O", CultureInfo.InvariantCulture));
                    break;
                case bool flag:
                    json.WriteBoolean(_name, flag);
                    break;
                case int number:
                    json.WriteNumber(_name, number);
                    break;
                case long number:
                    json.WriteNumber(_name, number);
                    break;
                case var other:
                    throw new NotSupportedException($"{property.DeclaringType.DisplayName()}.{property.Name}: bulk rows do not write {other.GetType().Name} yet. Add a case for it.");
            }
        }
    }
}
