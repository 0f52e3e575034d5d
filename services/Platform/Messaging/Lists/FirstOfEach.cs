using System.Data.Common;
using System.Linq.Expressions;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Training.Messaging;

/// <summary>
/// The first rows of each of several lists, in one statement. Where an index has the key of a list and behind it the order, no more of a list is read than is returned, however
/// long it is: what EF Core writes for one list is asked behind the key of each. Elsewhere all rows of the lists are read and numbered, as EF Core does it by itself.
/// </summary>
internal static partial class FirstOfEach
{
    private const string Keys = "@each_keys";
    private const string Organisation = "@each_organisation";

    /// <param name="db">Where from.</param>
    /// <param name="order">The order of each list.</param>
    /// <param name="key">What tells the lists apart.</param>
    /// <param name="lists">The lists; at least one.</param>
    /// <param name="rows">The rows from which they are taken.</param>
    /// <param name="count">How many of each.</param>
    /// <param name="backwards">Against the order.</param>
    public static IQueryable<T> Of<T, TParent>(
        ServiceDb db, ListOrder<T> order, ListKey<T, TParent> key, IReadOnlyCollection<TParent> lists, IQueryable<T> rows, int count, bool backwards) where T : class
    {
        var one = order.Sort(key.RowsOf(rows, lists.First()), backwards).Take(count);
        if (lists.Count == 1)
            return one;
        if (!order.IsIndexedBehind(db, key.Property))
            return Numbered(order, key, key.RowsOfAny(rows, lists), count, backwards);
        var stored = key.Stored(lists.Distinct());
        return db.Scope.Choice.Kind == DatabaseKind.Postgres ? BesideEach(db, one, stored) : ByIdOfEach(db, order, key, one, stored);
    }

    private static IQueryable<T> Numbered<T, TParent>(ListOrder<T> order, ListKey<T, TParent> key, IQueryable<T> rows, int count, bool backwards) where T : class
    {
        var list = Expression.Parameter(typeof(TParent), "list");
        var isOfList = Expression.Lambda<Func<T, bool>>(Expression.Equal(key.Of.Body, list), key.Of.Parameters);
        var first = Expression.Lambda<Func<TParent, IEnumerable<T>>>(order.Sort(rows.Where(isOfList), backwards).Take(count).Expression, list);
        return rows.Select(key.Of).Distinct().SelectMany(first);
    }

    private static IQueryable<T> BesideEach<T>(ServiceDb db, IQueryable<T> one, Array keys) where T : class
    {
        using var command = one.CreateDbCommand();
        var statement = $"SELECT rows.* FROM unnest({Keys}) AS lists (value) CROSS JOIN LATERAL ({TextOf(command)}) AS rows";
        return Ask<T>(db, statement, command, (Keys, keys));
    }

    // SQLite knows LATERAL only for functions: the ids of the first rows of each list become an array, and the array's values rows.
    private static IQueryable<T> ByIdOfEach<T, TParent>(ServiceDb db, ListOrder<T> order, ListKey<T, TParent> key, IQueryable<T> one, Array keys) where T : class
    {
        var last = order.LastIn(db);
        using var command = ListOrder<T>.Last(one, last.Name).CreateDbCommand();
        var type = db.Model.FindEntityType(typeof(T))!;
        var organisation = type.FindProperty(Tenancy.Property)!.GetColumnName();
        var table = type.GetTableName();
        var id = last.GetColumnName();
        var (firsts, place) = ByNumber(TextOf(command), table, id);
        var statement = $"""
            SELECT rows.* FROM json_each({Keys}) AS lists
            CROSS JOIN json_each((SELECT json_group_array(firsts.{id}) FROM ({firsts}) AS firsts)) AS ids
            CROSS JOIN {table} AS rows
            WHERE rows.{organisation} = {Organisation} AND rows.{key.Property.GetColumnName()} = lists.value AND rows.{place} = ids.value
            """;
        return Ask<T>(db, statement, command, (Keys, JsonSerializer.Serialize(keys.Cast<object>().Select(Text))), (Organisation, Text(db.CurrentOrganisation.Value)));
    }

    // Where they come from the table itself, SQLite's own number of a row finds it at once; an id is looked for in an index first.
    private static (string Firsts, string Place) ByNumber(string firsts, string? table, string id)
    {
        var select = IdFromTable().Match(firsts);
        return select.Groups["table"].Value == table && select.Groups["id"].Value == id
            ? ($"SELECT {select.Groups["alias"]}.rowid AS {id}{firsts[select.Groups["select"].Length..]}", "rowid")
            : (firsts, id);
    }

    // Its own parameters get names that those of the statement around it do not have, and its key is the list's.
    private static string TextOf(DbCommand command)
    {
        var parameters = command.Parameters.Cast<DbParameter>().Select(NameOf).ToHashSet();
        var key = parameters.Single(IsKey);
        return NameOrLiteral().Replace(command.CommandText, found =>
            found.Groups["name"] is { Success: true, Value: var name } && parameters.Contains(name) ? name == key ? "lists.value" : $"@each_{name}" : found.Value);
    }

    private static bool IsKey(string parameter) => parameter.Contains(nameof(ListKey<,>.KeyOfOne.TheList), StringComparison.Ordinal);

    private static IQueryable<T> Ask<T>(ServiceDb db, string statement, DbCommand command, params (string Name, object Value)[] more) where T : class
    {
        List<DbParameter> parameters = [.. command.Parameters.Cast<DbParameter>().Where(parameter => !IsKey(NameOf(parameter)))];
        command.Parameters.Clear();
        foreach (var parameter in parameters)
            parameter.ParameterName = $"@each_{NameOf(parameter)}";
        foreach (var (name, value) in more)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            parameters.Add(parameter);
        }
        return db.Set<T>().FromSqlRaw(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), [.. parameters]);
    }

    private static string NameOf(DbParameter parameter) => parameter.ParameterName.TrimStart('@');

    // Microsoft.Data.Sqlite stores a Guid as upper-case text.
    private static object Text(object key) => key is Guid id ? id.ToString().ToUpperInvariant() : key;

    [GeneratedRegex(@"^(?<select>SELECT (?<alias>""\w+"")\.""(?<id>\w+)"")\s+FROM ""(?<table>\w+)"" AS \k<alias>")]
    private static partial Regex IdFromTable();

    [GeneratedRegex(@"'(?:[^']|'')*'|@(?<name>\w+)")]
    private static partial Regex NameOrLiteral();
}
