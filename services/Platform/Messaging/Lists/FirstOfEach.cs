using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Training.Messaging;

/// <summary>
/// The first rows of each of several lists, in one statement that reads no more of a list than it returns, however long it is. EF Core would number the rows of all lists
/// and leave most of them out; so what EF Core writes for one list is asked behind the key of each.
/// </summary>
internal static partial class FirstOfEach
{
    private const string Keys = "@each_keys";
    private const string Organisation = "@each_organisation";

    /// <param name="db">Where from.</param>
    /// <param name="order">The order of each list.</param>
    /// <param name="key">What tells the lists apart.</param>
    /// <param name="lists">The lists; at least one.</param>
    /// <param name="firstOf">The first rows of one list.</param>
    public static IQueryable<T> Of<T, TParent>(
        ServiceDb db, ListOrder<T> order, ListKey<T, TParent> key, IReadOnlyCollection<TParent> lists, Func<TParent, IQueryable<T>> firstOf) where T : class
    {
        var one = firstOf(lists.First());
        if (lists.Count == 1)
            return one;
        var stored = key.Stored(lists.Distinct());
        return db.Scope.Choice.Kind == DatabaseKind.Postgres ? BesideEach(db, one, stored) : ByIdOfEach(db, order, key, one, stored);
    }

    private static IQueryable<T> BesideEach<T>(ServiceDb db, IQueryable<T> one, Array keys) where T : class
    {
        using var command = one.CreateDbCommand();
        var statement = $"SELECT rows.* FROM unnest({Keys}) AS lists (value) CROSS JOIN LATERAL ({TextOf(command)}) AS rows";
        return Ask<T>(db, statement, command, (Keys, keys));
    }

    // SQLite knows no LATERAL, but looks up what a list of values for this key answers.
    private static IQueryable<T> ByIdOfEach<T, TParent>(ServiceDb db, ListOrder<T> order, ListKey<T, TParent> key, IQueryable<T> one, Array keys) where T : class
    {
        var last = order.LastIn(db);
        using var command = ListOrder<T>.Last(one, last.Name).CreateDbCommand();
        var type = db.Model.FindEntityType(typeof(T))!;
        var organisation = type.FindProperty(Tenancy.Property)!.GetColumnName();
        var statement = $"""
            SELECT rows.* FROM json_each({Keys}) AS lists CROSS JOIN {type.GetTableName()} AS rows
            WHERE rows.{organisation} = {Organisation} AND rows.{key.Column} = lists.value AND rows.{last.GetColumnName()} IN ({TextOf(command)})
            """;
        return Ask<T>(db, statement, command, (Keys, JsonSerializer.Serialize(keys.Cast<object>().Select(Text))), (Organisation, Text(db.CurrentOrganisation.Value)));
    }

    // Its own parameters get names that those of the statement around it do not have, and its key is the list's.
    private static string TextOf(DbCommand command)
    {
        var key = command.Parameters.Cast<DbParameter>().Select(NameOf).Single(name => name.Contains(nameof(ListKey<,>.KeyOfOne.TheList), StringComparison.Ordinal));
        return Name().Replace(command.CommandText, name => name.Groups["name"].Value == key ? "lists.value" : $"@each_{name.Groups["name"].Value}");
    }

    private static IQueryable<T> Ask<T>(ServiceDb db, string statement, DbCommand command, params (string Name, object Value)[] more) where T : class
    {
        List<DbParameter> parameters = [.. command.Parameters.Cast<DbParameter>()];
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

    [GeneratedRegex(@"@(?<name>\w+)")]
    private static partial Regex Name();
}
