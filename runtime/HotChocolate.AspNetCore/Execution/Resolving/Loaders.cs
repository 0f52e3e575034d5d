using System.Collections.Concurrent;
using GreenDonut;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Execution;

/// <summary>The data loaders of one execution; a mutation's next root field gets new ones, as what they remember may have changed.</summary>
internal sealed class Loaders(IServiceProvider services, IBatchScheduler scheduler)
{
    private static readonly ConcurrentDictionary<Type, ObjectFactory> Factories = [];

    private readonly Lock _gate = new();
    private readonly Dictionary<Type, IDataLoader> _loaders = [];

    public IDataLoader Get(Type type)
    {
        lock (_gate)
        {
            if (!_loaders.TryGetValue(type, out var loader))
                _loaders.Add(type, loader = Make(type));
            return loader;
        }
    }

    private IDataLoader Make(Type type)
    {
        var factory = Factories.GetOrAdd(type, one => ActivatorUtilities.CreateFactory(one, [typeof(IBatchScheduler), typeof(DataLoaderOptions)]));
        var options = services.GetService<DataLoaderOptions>() ?? new DataLoaderOptions();
        return (IDataLoader)factory(services, [scheduler, options]);
    }
}
