using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.Caching.Memory;

namespace Training.Messaging;

/// <summary>
/// The beginning of a list as a query that EF Core compiled once, for all filters of one shape: making its expression anew and finding out that it is a known one costs
/// more than the statement. The values come out of the filter, and out of the key of one list of several.
/// </summary>
internal sealed class CompiledList<T> where T : class
{
    private const int MostParameters = 12;
    private const int MostKept = 200;

    private static readonly ConditionalWeakTable<IModel, MemoryCache> Known = [];

    private static readonly MethodInfo Take =
        typeof(Queryable).GetMethods().Single(one => one.Name == nameof(Queryable.Take) && one.GetParameters()[1].ParameterType == typeof(int)).MakeGenericMethod(typeof(T));

    private readonly Func<ServiceDb, object[], int, IAsyncEnumerable<T>> _run;

    private CompiledList(Func<ServiceDb, object[], int, IAsyncEnumerable<T>> run) => _run = run;

    /// <summary>The beginning of the whole list, or <c>null</c> where the filter has no shape or its conditions name other values than its own.</summary>
    /// <param name="db">Where from.</param>
    /// <param name="order">The list's order.</param>
    /// <param name="backwards">Against the order.</param>
    /// <param name="filter">What narrows it down.</param>
    public static CompiledList<T>? OfAll(ServiceDb db, ListOrder<T> order, bool backwards, IListFilter<T> filter) =>
        Of(db, (order, backwards, filter.GetType(), filter.Shape), filter.Shape is null ? null : () => order.Sort(filter.Narrow(db.Set<T>()), backwards), [filter]);

    /// <summary>The same of one list of several.</summary>
    /// <inheritdoc cref="OfAll"/>
    /// <param name="key">What tells the lists apart.</param>
    /// <param name="list">The list's key.</param>
    public static CompiledList<T>? OfOne<TParent>(
        ServiceDb db, ListOrder<T> order, bool backwards, IListFilter<T> filter, ListKey<T, TParent> key, ListKey<T, TParent>.KeyOfOne list) =>
        Of(db, (order, backwards, filter.GetType(), filter.Shape, key.Property),
            filter.Shape is null ? null : () => order.Sort(filter.Narrow(key.RowsOf(db.Set<T>(), list)), backwards), [filter, list]);

    /// <summary>The first rows, tracked by nobody.</summary>
    /// <param name="db">Where from.</param>
    /// <param name="values">The filter, and the key if there is one.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<List<T>> ReadAsync(ServiceDb db, object[] values, int count, CancellationToken ct)
    {
        var rows = new List<T>();
        await foreach (var row in _run(db, values, count).WithCancellation(ct))
            rows.Add(row);
        return rows;
    }

    private static CompiledList<T>? Of(ServiceDb db, object name, Func<IQueryable<T>>? sorted, object[] values)
    {
        if (sorted is null)
            return null;
        var known = Known.GetValue(db.Model, _ => new MemoryCache(new MemoryCacheOptions { SizeLimit = MostKept }));
        if (!known.TryGetValue<CompiledList<T>>(name, out var compiled))
            known.Set(name, compiled = Compile(db.GetType(), sorted().Expression, values), new MemoryCacheEntryOptions { Size = 1 });
        return compiled;
    }

    private static CompiledList<T>? Compile(Type context, Expression sorted, object[] values)
    {
        var db = Expression.Parameter(context, "db");
        var count = Expression.Parameter(typeof(int), "count");
        var parameters = new Parameters(db, values);
        var body = Expression.Call(Take, parameters.Visit(sorted), count);
        if (parameters.NamesOthers || parameters.Found.Count >= MostParameters)
            return null;
        ParameterExpression[] all = [db, .. parameters.Found.Select(found => found.As), count];
        Type[] types = [.. all.Select(one => one.Type), typeof(T)];
        var untracked = Expression.Call(typeof(EntityFrameworkQueryableExtensions), nameof(EntityFrameworkQueryableExtensions.AsNoTracking), [typeof(T)], body);
        var query = Expression.Lambda(Expression.GetFuncType([.. types[..^1], typeof(IQueryable<T>)]), untracked, all);
        var compiled = CompilerFor(types).Invoke(null, [query])!;

        var scope = Expression.Parameter(typeof(ServiceDb), "scope");
        var given = Expression.Parameter(typeof(object[]), "values");
        var arguments = parameters.Found.Select(found =>
            (Expression)Expression.MakeMemberAccess(Expression.Convert(Expression.ArrayIndex(given, Expression.Constant(found.Root)), values[found.Root].GetType()), found.Member));
        return new CompiledList<T>(Expression.Lambda<Func<ServiceDb, object[], int, IAsyncEnumerable<T>>>(
            Expression.Invoke(Expression.Constant(compiled), [Expression.Convert(scope, context), .. arguments, count]), scope, given, count).Compile());
    }

    private static MethodInfo CompilerFor(Type[] types) =>
        typeof(EF).GetMethods().Single(one => one.Name == nameof(EF.CompileAsyncQuery) && one.GetGenericArguments().Length == types.Length
            && one.GetParameters()[0].ParameterType.GetGenericArguments()[0].GetGenericArguments()[^1] is { IsGenericType: true } result
            && result.GetGenericTypeDefinition() == typeof(IQueryable<>)).MakeGenericMethod(types);

    /// <summary>Makes parameters of the values that a query names.</summary>
    private sealed class Parameters(ParameterExpression db, object[] roots) : ExpressionVisitor
    {
        public List<(int Root, MemberInfo Member, ParameterExpression As)> Found { get; } = [];

        /// <summary>It names values of something else: another filter would bring others.</summary>
        public bool NamesOthers { get; private set; }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression is not ConstantExpression { Value: { } named } || Array.IndexOf(roots, named) is not (>= 0 and var root))
                return base.VisitMember(node);
            var known = Found.FirstOrDefault(found => found.Root == root && found.Member == node.Member).As;
            if (known is null)
                Found.Add((root, node.Member, known = Expression.Parameter(node.Type, $"{node.Member.Name}{Found.Count}")));
            return known;
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            NamesOthers |= node.Value is not null and not string && !node.Type.IsPrimitive && !node.Type.IsEnum;
            return node;
        }

        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root && node.GetType() == typeof(EntityQueryRootExpression)
            ? Expression.Call(db, nameof(DbContext.Set), [root.ElementType])
            : base.VisitExtension(node);
    }
}
