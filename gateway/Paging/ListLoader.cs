using GreenDonut;
using HotChocolate.Types.Pagination;

namespace Training.Gateway;

/// <summary>A page of one parent's list.</summary>
/// <param name="Of">The parent's id.</param>
/// <param name="Slice">The same part of every parent's list is one call.</param>
/// <param name="Filter">What else the list is narrowed down by.</param>
internal readonly record struct PageOf<TFilter>(string Of, Slice Slice, TFilter Filter);

/// <summary>Lists of many parents, one call for all who ask for the same part and filter.</summary>
internal abstract class ListLoader<TFilter, T>(IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<PageOf<TFilter>, Connection<T>>(scheduler, options)
{
    // The contracts' limits: so many lists, and so many entries of all of them.
    private const int MostLists = 500;
    private const int MostEntries = 10_000;

    /// <summary>One parent's list; an empty one where there is nothing.</summary>
    public async Task<Connection<T>?> PageAsync(string of, Slice slice, TFilter filter, CancellationToken ct) =>
        await LoadAsync(new PageOf<TFilter>(of, slice, filter), ct) ?? Connections.Empty<T>();

    protected sealed override async Task<IReadOnlyDictionary<PageOf<TFilter>, Connection<T>>> LoadBatchAsync(
        IReadOnlyList<PageOf<TFilter>> keys, CancellationToken cancellationToken)
    {
        var calls = keys.GroupBy(key => (key.Slice, key.Filter)).SelectMany(
            alike => alike.Select(key => key.Of).Chunk(Math.Min(MostLists, MostEntries / alike.Key.Slice.Size)),
            (alike, parents) => CallAsync(parents, alike.Key.Slice, alike.Key.Filter, cancellationToken)).ToList();
        var pages = new Dictionary<PageOf<TFilter>, Connection<T>>(keys.Count);
        foreach (var lists in await Task.WhenAll(calls))
            foreach (var (key, page) in lists)
                pages.Add(key, page);
        return pages;
    }

    /// <summary>Asks for the lists of these parents.</summary>
    protected abstract Task<IEnumerable<(string Of, Connection<T> Page)>> ListAsync(string[] of, Slice slice, TFilter filter, CancellationToken ct);

    private async Task<IEnumerable<(PageOf<TFilter> Key, Connection<T> Page)>> CallAsync(string[] of, Slice slice, TFilter filter, CancellationToken ct) =>
        (await ListAsync(of, slice, filter, ct)).Select(list => (new PageOf<TFilter>(list.Of, slice, filter), list.Page));
}
