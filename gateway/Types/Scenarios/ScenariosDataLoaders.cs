using GreenDonut;
using HotChocolate.Types.Pagination;
using V1 = Training.Scenarios.V1;

namespace Training.Gateway.Types;

/// <summary>By id and version; version 0 is the newest.</summary>
internal sealed class ScenarioByVersion(V1.ScenarioLibrary.ScenarioLibraryClient library, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<(string Id, int Version), Scenario>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<(string Id, int Version), Scenario>> LoadBatchAsync(
        IReadOnlyList<(string Id, int Version)> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, Lookup.Most, async asked =>
            (await library.BatchGetScenariosAsync(ScenarioDocumentByVersion.Request(asked), cancellationToken: cancellationToken)).Scenarios
            .Select(found => KeyValuePair.Create((found.Asked.Id, found.Asked.Version), new Scenario(found.Scenario))));
}

/// <summary>The reviewed text, by id and version.</summary>
internal sealed class ScenarioDocumentByVersion(V1.ScenarioLibrary.ScenarioLibraryClient library, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<(string Id, int Version), string>(scheduler, options)
{
    private const int MostDocuments = 50;

    public static V1.BatchGetScenariosRequest Request(IEnumerable<(string Id, int Version)> asked) =>
        new() { Scenarios = { asked.Select(one => new V1.GetScenarioRequest { Id = one.Id, Version = one.Version }) } };

    protected override Task<IReadOnlyDictionary<(string Id, int Version), string>> LoadBatchAsync(
        IReadOnlyList<(string Id, int Version)> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, MostDocuments, async asked =>
            (await library.BatchGetScenarioDocumentsAsync(Request(asked), cancellationToken: cancellationToken)).Documents
            .Select(found => KeyValuePair.Create((found.Asked.Id, found.Asked.Version), found.Document.Document)));
}

internal sealed class RunById(V1.Runs.RunsClient runs, IBatchScheduler scheduler, DataLoaderOptions options) : BatchDataLoader<string, Run>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<string, Run>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, Lookup.Most, async ids =>
            (await runs.BatchGetRunsAsync(new V1.BatchGetRunsRequest { RunIds = { ids } }, cancellationToken: cancellationToken))
            .Runs.Select(run => KeyValuePair.Create(run.Id, new Run(run))));
}

internal sealed class ReplayOfRun(V1.Runs.RunsClient runs, IBatchScheduler scheduler, DataLoaderOptions options) : BatchDataLoader<string, Replay>(scheduler, options)
{
    private const int MostReplays = 50;

    protected override Task<IReadOnlyDictionary<string, Replay>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, MostReplays, async ids =>
            (await runs.BatchGetReplaysAsync(new V1.BatchGetReplaysRequest { RunIds = { ids } }, cancellationToken: cancellationToken))
            .Replays.Select(replay => KeyValuePair.Create(replay.Run.Id, new Replay(replay))));
}

internal sealed class RunsOfMember(V1.Runs.RunsClient runs, IBatchScheduler scheduler, DataLoaderOptions options)
    : ListLoader<V1.RunFilter?, Run>(scheduler, options)
{
    protected override async Task<IEnumerable<(string Of, Connection<Run> Page)>> ListAsync(string[] of, Slice slice, V1.RunFilter? filter, CancellationToken ct)
    {
        var request = new V1.BatchListRunsRequest
        {
            MemberIds = { of },
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = filter,
        };
        return (await runs.BatchListRunsAsync(request, cancellationToken: ct)).Lists.Select(list => (
            list.Of, Connections.Of(slice, list.Runs, list.Cursors, list.NextPageToken, list.HasTotal ? list.Total : null, run => new Run(run))));
    }
}
