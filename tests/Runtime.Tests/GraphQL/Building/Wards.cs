using GreenDonut;
using HotChocolate;
using HotChocolate.Types;
using HotChocolate.Types.Relay;

namespace Training.Runtime.Tests.GraphQL.Building;

public sealed record Ward(int Id, [property: ID<Ward>] int? NextId);

/// <summary>How often wards were loaded, and which.</summary>
public sealed class WardCalls
{
    public List<string> Calls { get; } = [];
}

public sealed class WardById(IBatchScheduler batchScheduler, DataLoaderOptions options, WardCalls calls) : BatchDataLoader<int, Ward>(batchScheduler, options)
{
    protected override Task<IReadOnlyDictionary<int, Ward>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        calls.Calls.Add(string.Join(' ', keys.Order()));
        return Task.FromResult<IReadOnlyDictionary<int, Ward>>(keys.Where(key => key < 10).ToDictionary(key => key, key => new Ward(key, key + 1)));
    }
}

[ObjectType<Ward>]
public static partial class WardNode
{
    public static Task<Ward?> GetNextAsync([Parent] Ward ward, WardById wards, CancellationToken cancellationToken) => wards.LoadAsync(ward.NextId!.Value, cancellationToken);
}

[QueryType]
public static partial class WardQueries
{
    [NodeResolver]
    public static Task<Ward?> GetWardAsync(int id, WardById wards, CancellationToken cancellationToken) => wards.LoadAsync(id, cancellationToken);
}
