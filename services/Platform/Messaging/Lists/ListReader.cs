using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>More ids were given at once than one call answers.</summary>
public sealed class TooManyAtOnce(int asked, int most)
    : DomainError(ErrorKind.TooMuch, $"{asked} were asked for at once. Ask for at most {most} in one call.");

/// <summary>More rows were asked for at once than one call answers.</summary>
public sealed class ListsTooLong(int lists, int size, int most)
    : DomainError(ErrorKind.TooMuch, $"{lists} lists of up to {size} entries are more than {most} entries. Ask for fewer lists, or a smaller page_size.", "page_size");

/// <summary>The page of one of several lists.</summary>
/// <param name="Of">Whose list.</param>
/// <param name="Page">Its page.</param>
public sealed record PageOf<TParent, T>(TParent Of, Page<T> Page);

/// <summary>Reads lists page by page: one statement for a page, however far it is, and one for the pages of many lists.</summary>
public static class ListReader
{
    private const int MostAtOnce = 500;
    private const int MostRows = 10_000;

    /// <summary>A page of a list.</summary>
    /// <param name="db">Where from.</param>
    /// <param name="order">The list's order.</param>
    /// <param name="ask">Which page.</param>
    /// <param name="narrowed">Which rows the list has.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<Page<T>> PageAsync<T>(
        this ServiceDb db, ListOrder<T> order, PageAsk ask, Func<IQueryable<T>, IQueryable<T>> narrowed, CancellationToken ct) where T : class =>
        db.PageAsync(order, ask, [narrowed], ct);

    /// <summary>A page of a list. The first page of filters of one shape is a compiled query.</summary>
    /// <param name="db">Where from.</param>
    /// <param name="order">The list's order.</param>
    /// <param name="ask">Which page.</param>
    /// <param name="filter">Which rows the list has.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Page<T>> PageAsync<T>(this ServiceDb db, ListOrder<T> order, PageAsk ask, IListFilter<T> filter, CancellationToken ct) where T : class
    {
        var size = Paging.Size(ask.Size);
        if (ask.Start != "" || ask.WithTotal || CompiledList<T>.OfAll(db, order, ask.Backwards, filter) is not { } compiled)
            return await db.PageAsync(order, ask, filter.Narrow, ct);
        return Cut(await compiled.ReadAsync(db, [filter], size + 1, ct), size, ask, order.CursorsIn(db), total: null);
    }

    /// <summary>A page of a list that is made of several ranges of an index; together they are the list, and no row is in two of them.</summary>
    /// <inheritdoc cref="PageAsync{T}(ServiceDb, ListOrder{T}, PageAsk, Func{IQueryable{T}, IQueryable{T}}, CancellationToken)"/>
    public static async Task<Page<T>> PageAsync<T>(
        this ServiceDb db, ListOrder<T> order, PageAsk ask, IReadOnlyList<Func<IQueryable<T>, IQueryable<T>>> ranges, CancellationToken ct) where T : class
    {
        var size = Paging.Size(ask.Size);
        var start = order.From(db, ask.Start, ask.Backwards);
        var parts = ranges.Select(range => order.Sort(range(start), ask.Backwards).Take(size + 1)).ToList();
        var rows = parts.Count == 1 ? parts[0] : order.Sort(parts.Aggregate((all, part) => all.Concat(part)), ask.Backwards).Take(size + 1);
        var read = await rows.AsNoTracking().ToListAsync(ct);
        long? total = null;
        if (ask.WithTotal)
        {
            var whole = ask.ChangedSince is null ? db.Set<T>() : order.From(db, ask.ChangedSince, backwards: false);
            total = await ranges.Select(range => range(whole)).Aggregate((all, range) => all.Concat(range)).LongCountAsync(ct);
        }
        return Cut(read, size, ask, order.CursorsIn(db), total);
    }

    /// <summary>The first page of each of several lists; what is empty is left out.</summary>
    /// <param name="db">Where from.</param>
    /// <param name="order">The order of each list.</param>
    /// <param name="ask">Which page of each.</param>
    /// <param name="of">Which list a row is in.</param>
    /// <param name="lists">The lists that are asked for.</param>
    /// <param name="narrowed">Which rows the lists have.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="TooManyAtOnce">More than 500 lists.</exception>
    /// <exception cref="ListsTooLong">More than 10,000 rows.</exception>
    public static async Task<IReadOnlyList<PageOf<TParent, T>>> PagesAsync<TParent, T>(
        this ServiceDb db, ListOrder<T> order, PageAsk ask, Expression<Func<T, TParent>> of, IReadOnlyCollection<TParent> lists,
        Func<IQueryable<T>, IQueryable<T>> narrowed, CancellationToken ct)
        where T : class where TParent : notnull
    {
        var size = SizeOfEach(ask, lists.Count);
        if (lists.Count == 0)
            return [];
        var key = new ListKey<T, TParent>(db, of);
        var from = narrowed(order.From(db, ask.Start, ask.Backwards));
        var firsts = FirstOfEach.Of(db, order, key, lists, from, size + 1, ask.Backwards);
        var rows = await order.Sort(firsts, ask.Backwards).AsNoTracking().ToListAsync(ct);
        var totals = ask.WithTotal
            ? await narrowed(key.RowsOfAny(db.Set<T>(), lists)).GroupBy(of).Select(group => new { group.Key, Count = group.LongCount() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, ct)
            : null;
        var cursor = order.CursorsIn(db);
        return [.. rows.GroupBy(key.ListOf).Select(list => new PageOf<TParent, T>(list.Key, Cut([.. list], size, ask, cursor, totals?.GetValueOrDefault(list.Key))))];
    }

    /// <inheritdoc cref="PagesAsync{TParent, T}(ServiceDb, ListOrder{T}, PageAsk, Expression{Func{T, TParent}}, IReadOnlyCollection{TParent}, Func{IQueryable{T}, IQueryable{T}}, CancellationToken)"/>
    /// <summary>The first page of each of several lists. That of one list is a compiled query, for all filters of one shape.</summary>
    /// <param name="filter">Which rows the lists have.</param>
    public static async Task<IReadOnlyList<PageOf<TParent, T>>> PagesAsync<TParent, T>(
        this ServiceDb db, ListOrder<T> order, PageAsk ask, Expression<Func<T, TParent>> of, IReadOnlyCollection<TParent> lists, IListFilter<T> filter, CancellationToken ct)
        where T : class where TParent : notnull
    {
        var size = SizeOfEach(ask, lists.Count);
        if (lists.Count != 1 || ask.Start != "" || ask.WithTotal)
            return await db.PagesAsync(order, ask, of, lists, filter.Narrow, ct);
        var list = lists.First();
        var one = new ListKey<T, TParent>.KeyOfOne(list);
        if (CompiledList<T>.OfOne(db, order, ask.Backwards, filter, new ListKey<T, TParent>(db, of), one) is not { } compiled)
            return await db.PagesAsync(order, ask, of, lists, filter.Narrow, ct);
        var read = await compiled.ReadAsync(db, [filter, one], size + 1, ct);
        return read.Count == 0 ? [] : [new PageOf<TParent, T>(list, Cut(read, size, ask, order.CursorsIn(db), total: null))];
    }

    /// <summary>The page size of each of several lists.</summary>
    /// <param name="ask">Which page of each.</param>
    /// <param name="lists">How many lists.</param>
    /// <exception cref="TooManyAtOnce">More than 500 lists.</exception>
    /// <exception cref="ListsTooLong">More than 10,000 rows.</exception>
    public static int SizeOfEach(PageAsk ask, int lists)
    {
        var size = Paging.Size(ask.Size);
        DemandFew(lists);
        return lists * size <= MostRows ? size : throw new ListsTooLong(lists, size, MostRows);
    }

    /// <summary>Refuses a call that asks for too many things at once.</summary>
    /// <param name="asked">How many.</param>
    /// <param name="most">How many may be asked for.</param>
    /// <exception cref="TooManyAtOnce">More than that.</exception>
    public static void DemandFew(int asked, int most = MostAtOnce)
    {
        if (asked > most)
            throw new TooManyAtOnce(asked, most);
    }

    /// <summary>Makes a page of what was read: at most one row more than it has, beginning at its place and going in its direction.</summary>
    /// <param name="rows">What was read.</param>
    /// <param name="size">The page's size.</param>
    /// <param name="ask">Which page was asked for.</param>
    /// <param name="cursor">The place of a row.</param>
    /// <param name="total">How many rows the list has, if it was counted.</param>
    public static Page<T> Cut<T>(List<T> rows, int size, PageAsk ask, Func<T, string> cursor, long? total)
    {
        var more = rows.Count > size;
        if (more)
            rows.RemoveAt(size);
        if (ask.Backwards)
            rows.Reverse();
        string[] cursors = [.. rows.Select(cursor)];
        var next = !more ? "" : ask.Backwards ? cursors[0] : cursors[^1];
        return new Page<T>(rows, cursors, next, total, ask.ChangedSince is null ? "" : cursors.Length > 0 ? cursors[^1] : ask.Start);
    }
}
