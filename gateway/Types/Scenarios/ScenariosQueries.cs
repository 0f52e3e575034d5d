using GreenDonut.Data;
using HotChocolate.CostAnalysis.Types;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Types.Relay;
using Training.Scenarios.V1;

namespace Training.Gateway.Types;

[QueryType]
internal static partial class ScenariosQueries
{
    /// <summary>A version of a scenario; without a version: the newest.</summary>
    /// <param name="version">Which version.</param>
    /// <param name="id">Its global id.</param>
    public static Task<Scenario?> GetScenarioAsync([ID<Scenario>] string id, int? version, ScenarioByVersion scenarios, CancellationToken ct) =>
        scenarios.LoadAsync((id, version ?? 0), ct);

    /// <summary>The newest version of every scenario, in the order of their first publication.</summary>
    /// <param name="where">Only what meets all of this.</param>
    [UsePaging]
    public static async Task<Connection<Scenario>?> GetScenariosAsync(
        ScenarioFilter? where, PagingArguments paging, ScenarioLibrary.ScenarioLibraryClient library, CancellationToken ct)
    {
        var slice = Slice.Of(paging);
        var request = new ListScenariosRequest
        {
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = where?.ToMessage(),
        };
        var page = await library.ListScenariosAsync(request, cancellationToken: ct);
        return Connections.Of(slice, page.Scenarios, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, scenario => new Scenario(scenario));
    }

    /// <summary>Scenarios that were published, first or anew.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="changedSince">The changedUntil of an earlier answer; leave it out to begin at the beginning.</param>
    /// <param name="first">At most so many, up to 500.</param>
    [ListSize(AssumedSize = 50, SlicingArguments = ["first"], SizedFields = ["items"])]
    public static async Task<ScenarioChanges?> GetScenarioChangesAsync(
        ScenarioFilter? where, ScenarioLibrary.ScenarioLibraryClient library, CancellationToken ct, string changedSince = "", int first = ChangesSize.Usual)
    {
        var request = new ListScenariosRequest { PageSize = ChangesSize.Check(first), ChangedSince = changedSince, Filter = where?.ToMessage() };
        var page = await library.ListScenariosAsync(request, cancellationToken: ct);
        return new ScenarioChanges([.. page.Scenarios.Select(scenario => new Scenario(scenario))], page.ChangedUntil, page.NextPageToken.Length > 0);
    }

    /// <summary>What publishing this document would object to, without publishing it.</summary>
    /// <param name="document">YAML, at most 256 KiB.</param>
    public static async Task<IReadOnlyList<Finding>?> GetScenarioFindingsAsync(string document, ScenarioLibrary.ScenarioLibraryClient library, CancellationToken ct) =>
        [.. (await library.VerifyScenarioAsync(new VerifyScenarioRequest { Document = document }, cancellationToken: ct)).Findings.Select(finding => new Finding(finding))];

    /// <summary>A run: your own with its scenes and choices, others' without.</summary>
    /// <param name="id">Its global id.</param>
    public static Task<Run?> GetRunAsync([ID<Run>] string id, RunById runs, CancellationToken ct) => runs.LoadAsync(id, ct);

    /// <summary>Everybody's runs, oldest first.</summary>
    /// <param name="where">Only what meets all of this.</param>
    [UsePaging]
    public static async Task<Connection<Run>?> GetRunsAsync(RunFilter? where, PagingArguments paging, Runs.RunsClient runs, CancellationToken ct)
    {
        var slice = Slice.Of(paging);
        var request = new ListRunsRequest
        {
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = where?.ToMessage(),
        };
        var page = await runs.ListRunsAsync(request, cancellationToken: ct);
        return Connections.Of(slice, page.Runs, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, run => new Run(run));
    }

    /// <summary>Your own runs, newest first.</summary>
    /// <param name="where">Only what meets all of this.</param>
    [UsePaging]
    public static async Task<Connection<Run>?> GetMyRunsAsync(RunFilter? where, PagingArguments paging, Runs.RunsClient runs, CancellationToken ct)
    {
        var slice = Slice.Of(paging);
        var request = new ListMyRunsRequest
        {
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = where?.ToMessage(),
        };
        var page = await runs.ListMyRunsAsync(request, cancellationToken: ct);
        return Connections.Of(slice, page.Runs, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, run => new Run(run));
    }

    /// <summary>A finished run played again, with what every other choice would have led to. Looking is recorded in the audit log.</summary>
    /// <param name="runId">Which run.</param>
    public static Task<Replay?> GetReplayAsync([ID<Run>] string runId, ReplayOfRun replays, CancellationToken ct) => replays.LoadAsync(runId, ct);
}

/// <summary>Scenarios that were published.</summary>
internal sealed class ScenarioChanges(IReadOnlyList<Scenario> items, string changedUntil, bool hasMore) : Changes<Scenario>(items, changedUntil, hasMore);
