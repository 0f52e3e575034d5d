using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Training.Messaging;

/// <summary>
/// An order in which the rows of <typeparamref name="T"/> are paged by key: the properties that an index has behind the organisation. Rows are compared
/// with a place as a whole, <c>(due, id) &gt; (…, …)</c>, which both databases seek in the index, however many rows have the same date.
/// </summary>
/// <param name="name">Names the order in cursors, so that a place in one is none in another.</param>
/// <param name="descending">The greatest first.</param>
/// <param name="properties">The last one tells rows apart.</param>
public sealed class ListOrder<T>(string name, bool descending, params string[] properties) where T : class
{
    private static readonly MethodInfo Property = typeof(EF).GetMethod(nameof(EF.Property))!.MakeGenericMethod(typeof(object));

    private readonly Step[] _forwards = Steps(properties, descending);
    private readonly Step[] _backwards = Steps(properties, !descending);

    /// <summary>Rows in the order of their last change (<see cref="ServiceDb.ChangeNumberAsync"/>): what a synchronising reader follows.</summary>
    /// <param name="name">Names the order in cursors.</param>
    /// <param name="properties">What tells apart rows that changed together.</param>
    public static ListOrder<T> OfChanges(string name, params string[] properties) => new(name, descending: false, [ChangeNumbers.Property, .. properties]);

    internal bool IsDown(bool backwards) => descending != backwards;

    /// <summary>The rows from a place on, in either direction; all where the token is empty.</summary>
    internal IQueryable<T> From(ServiceDb db, string token, bool backwards)
    {
        if (token == "")
            return db.Set<T>();
        var type = TypeIn(db);
        var key = KeyIn(type);
        var said = Cursor.Read(name, token, key.Length);
        var columns = string.Join(", ", key.Select(property => property.GetColumnName()));
        var places = string.Join(", ", key.Select((_, place) => $"{{{place}}}"));
        var statement = $"SELECT * FROM {type.GetTableName()} WHERE ({columns}) {(IsDown(backwards) ? '<' : '>')} ({places})";
        return db.Set<T>().FromSqlRaw(statement, [.. key.Zip(said, Parse)]);
    }

    internal IQueryable<T> Sort(IQueryable<T> rows, bool backwards)
    {
        var sorted = rows.Expression;
        foreach (var step in backwards ? _backwards : _forwards)
            sorted = Expression.Call(step.Method, sorted, step.By);
        return rows.Provider.CreateQuery<T>(sorted);
    }

    /// <summary>Of each row only the property that tells it from the others of its list.</summary>
    internal static IQueryable<object> Last(IQueryable<T> rows, string property)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return rows.Select(Expression.Lambda<Func<T, object>>(Value(row, property), row));
    }

    internal IProperty LastIn(ServiceDb db) => KeyIn(TypeIn(db))[^1];

    /// <summary>Whether an index has, behind the organisation, this property and then the order.</summary>
    internal bool IsIndexedBehind(ServiceDb db, IProperty key)
    {
        var type = TypeIn(db);
        string[] wanted = [Tenancy.Property, key.Name, .. properties];
        return type.GetIndexes().Where(index => index.GetFilter() is null).Select(index => index.Properties).Concat(type.GetKeys().Select(one => one.Properties))
            .Any(indexed => indexed.Select(property => property.Name).Take(wanted.Length).SequenceEqual(wanted));
    }

    internal Func<T, string> CursorsIn(ServiceDb db)
    {
        var key = KeyIn(TypeIn(db));
        return row => Cursor.Write(name, key.Select(property => Text(Stored(property, row))));
    }

    private static Step[] Steps(string[] properties, bool down) =>
    [
        .. properties.Select((property, place) =>
        {
            var row = Expression.Parameter(typeof(T), "row");
            var method = (place == 0, down) switch
            {
                (true, false) => nameof(Queryable.OrderBy),
                (true, true) => nameof(Queryable.OrderByDescending),
                (false, false) => nameof(Queryable.ThenBy),
                (false, true) => nameof(Queryable.ThenByDescending),
            };
            var value = Expression.Property(row, property);
            return new Step(
                typeof(Queryable).GetMethods().Single(one => one.Name == method && one.GetParameters().Length == 2).MakeGenericMethod(typeof(T), value.Type),
                Expression.Quote(Expression.Lambda(value, row)));
        }),
    ];

    private static MethodCallExpression Value(ParameterExpression row, string property) => Expression.Call(Property, row, Expression.Constant(property));

    private static IEntityType TypeIn(ServiceDb db) => db.Model.FindEntityType(typeof(T))!;

    private IProperty[] KeyIn(IEntityType type) => [.. properties.Select(property => type.FindProperty(property)!)];

    private static object Stored(IProperty property, T row)
    {
        var value = property.GetGetter().GetClrValue(row)!;
        return property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value)! : value;
    }

    private static string Text(object stored) => stored switch
    {
        Guid id => id.ToString("N"),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)stored,
    };

    private static object Parse(IProperty property, string text)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        if (type == typeof(string))
            return text;
        if (type == typeof(Guid) && Guid.TryParseExact(text, "N", out var id))
            return id;
        if (type == typeof(long) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        if (type == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small))
            return small;
        if (type == typeof(DateOnly) && DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        throw new PageTokenNotReadable();
    }

    private sealed record Step(MethodInfo Method, UnaryExpression By);
}
