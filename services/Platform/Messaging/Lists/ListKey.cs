using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Training.Messaging;

/// <summary>What tells several lists of <typeparamref name="T"/> apart: one property of its rows.</summary>
internal sealed class ListKey<T, TParent>(ServiceDb db, Expression<Func<T, TParent>> of) where T : class
{
    private static readonly MethodInfo Contains =
        typeof(Enumerable).GetMethods().Single(one => one.Name == nameof(Enumerable.Contains) && one.GetParameters().Length == 2).MakeGenericMethod(typeof(TParent));

    public Expression<Func<T, TParent>> Of => of;

    public IProperty Property { get; } = db.Model.FindEntityType(typeof(T))!.FindProperty(NameOf(of.Body))!;

    /// <summary>The list that a row is in.</summary>
    public TParent ListOf(T row) => (TParent)Property.GetGetter().GetClrValue(row)!;

    /// <summary>The rows of one list. Its key is a parameter of the statement, whose name has <see cref="KeyOfOne.TheList"/> in it.</summary>
    public IQueryable<T> RowsOf(IQueryable<T> rows, TParent list) => RowsOf(rows, new KeyOfOne(list));

    /// <inheritdoc cref="RowsOf(IQueryable{T}, TParent)"/>
    public IQueryable<T> RowsOf(IQueryable<T> rows, KeyOfOne list) =>
        rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Equal(of.Body, Parameter(list, nameof(KeyOfOne.TheList))), of.Parameters));

    /// <summary>The rows of all these lists.</summary>
    public IQueryable<T> RowsOfAny(IQueryable<T> rows, IReadOnlyCollection<TParent> lists) =>
        rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Call(Contains, Parameter(new KeysOfSome(lists), nameof(KeysOfSome.TheLists)), of.Body), of.Parameters));

    /// <summary>The keys as the database knows them.</summary>
    public Array Stored(IEnumerable<TParent> lists)
    {
        var converter = Property.GetTypeMapping().Converter;
        object[] values = [.. lists.Select(list => converter is null ? list! : converter.ConvertToProvider(list)!)];
        var stored = Array.CreateInstance(converter?.ProviderClrType ?? typeof(TParent), values.Length);
        Array.Copy(values, stored, values.Length);
        return stored;
    }

    // What is read from an object of the call is a parameter; a constant would make a statement of its own for each key.
    private static MemberExpression Parameter(object call, string name) => Expression.Property(Expression.Constant(call), name);

    // A nullable one is named by its value.
    private static string NameOf(Expression of) => of is MemberExpression { Expression: MemberExpression nullable, Member.Name: nameof(Nullable<>.Value) }
        ? nullable.Member.Name
        : ((MemberExpression)of).Member.Name;

    internal sealed record KeyOfOne(TParent TheList);

    private sealed record KeysOfSome(IEnumerable<TParent> TheLists);
}
