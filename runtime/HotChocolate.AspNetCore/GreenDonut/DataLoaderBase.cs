using System.Runtime.InteropServices;
using HotChocolate.Execution;

namespace GreenDonut;

/// <summary>What all data loaders do: gather keys, load them in batches, remember the values for as long as the loader lives.</summary>
/// <typeparam name="TKey">What values are asked by.</typeparam>
/// <typeparam name="TValue">What is loaded.</typeparam>
public abstract class DataLoaderBase<TKey, TValue> : IDataLoader<TKey, TValue>
    where TKey : notnull
{
    private readonly IBatchScheduler _scheduler;
    private readonly int _maxBatchSize;
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> _loads = [];
    private KeyBatch? _open;

    /// <summary>Makes a loader for one request.</summary>
    /// <param name="batchScheduler">Says when a batch goes out.</param>
    /// <param name="options">How to load.</param>
    protected DataLoaderBase(IBatchScheduler batchScheduler, DataLoaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(batchScheduler);
        ArgumentNullException.ThrowIfNull(options);
        _scheduler = batchScheduler;
        _maxBatchSize = options.MaxBatchSize > 0 ? options.MaxBatchSize : int.MaxValue;
    }

    /// <inheritdoc />
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        var load = Load(key);
        if (!load.IsCompleted)
            _scheduler.Wait();
        return load;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var loads = new List<Task<TValue?>>(keys.Count);
        foreach (var key in keys)
            loads.Add(Load(key));
        var all = Task.WhenAll(loads);
        if (!all.IsCompleted)
            _scheduler.Wait();
        return await all;
    }

    /// <summary>Loads a batch.</summary>
    /// <param name="keys">Different keys.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns>The values by key.</returns>
    private protected abstract Task<IReadOnlyDictionary<TKey, TValue>> FetchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    private Task<TValue?> Load(TKey key)
    {
        KeyBatch? opened = null;
        TaskCompletionSource<TValue?>? load;
        lock (_gate)
        {
            ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_loads, key, out _);
            load = slot;
            if (load is null)
            {
                // Who waits goes on where the batch hands out its values, one after the other: the next batch then finds all keys that they ask for.
                slot = load = new TaskCompletionSource<TValue?>();
                if (_open is null)
                    _open = opened = new KeyBatch(this);
                _open.Add(key, load);
                if (_open.Count == _maxBatchSize)
                    _open = null;
            }
        }

        if (opened is not null)
            _scheduler.Schedule(opened);
        return load.Task;
    }

    private sealed class KeyBatch(DataLoaderBase<TKey, TValue> loader) : Batch
    {
        private readonly List<TKey> _keys = [];
        private readonly List<TaskCompletionSource<TValue?>> _loads = [];

        public int Count => _keys.Count;

        public void Add(TKey key, TaskCompletionSource<TValue?> load)
        {
            _keys.Add(key);
            _loads.Add(load);
        }

        public override async Task LoadAsync()
        {
            lock (loader._gate)
            {
                if (loader._open == this)
                    loader._open = null;
            }

            IReadOnlyDictionary<TKey, TValue> values;
            try
            {
                using var span = Spans.StartBatch(loader.GetType().Name, _keys.Count);
                values = await loader.FetchAsync(_keys, loader._scheduler.Cancelled);
            }
            catch (Exception problem)
            {
                foreach (var load in _loads)
                    load.TrySetException(problem);
                return;
            }

            for (var i = 0; i < _keys.Count; i++)
                _loads[i].TrySetResult(values.GetValueOrDefault(_keys[i]));
        }
    }
}
