using GreenDonut;
using HotChocolate.Types.Pagination;
using V1 = Training.Sanctions.V1;

namespace Training.Gateway.Types;

/// <summary>By version; 0 is the one in force.</summary>
internal sealed class PolicyByVersion(V1.SanctionPolicies.SanctionPoliciesClient policies, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<int, SanctionPolicy>(scheduler, options)
{
    private const int MostPolicies = 20;

    protected override Task<IReadOnlyDictionary<int, SanctionPolicy>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, MostPolicies, async versions =>
            (await policies.BatchGetPoliciesAsync(new V1.BatchGetPoliciesRequest { Versions = { versions } }, cancellationToken: cancellationToken))
            .Policies.Select(found => KeyValuePair.Create(found.Asked, new SanctionPolicy(found.Policy))));
}

internal sealed class CaseById(V1.Cases.CasesClient cases, IBatchScheduler scheduler, DataLoaderOptions options) : BatchDataLoader<string, Case>(scheduler, options)
{
    public const int MostCases = 100;

    protected override Task<IReadOnlyDictionary<string, Case>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, MostCases, async ids =>
            (await cases.BatchGetCasesAsync(new V1.BatchGetCasesRequest { CaseIds = { ids } }, cancellationToken: cancellationToken))
            .Cases.Select(one => KeyValuePair.Create(one.Id, new Case(one))));
}

internal sealed class TrainingOfCase(V1.Cases.CasesClient cases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<string, TrainingFinding>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<string, TrainingFinding>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Lookup.ReadAsync(keys, CaseById.MostCases, async ids =>
            (await cases.BatchExplainTrainingAsync(new V1.BatchExplainTrainingRequest { CaseIds = { ids } }, cancellationToken: cancellationToken))
            .Findings.Select(finding => KeyValuePair.Create(finding.CaseId, new TrainingFinding(finding))));
}

internal sealed class CasesOfMember(V1.Cases.CasesClient cases, IBatchScheduler scheduler, DataLoaderOptions options)
    : ListLoader<V1.CaseFilter?, CaseSummary>(scheduler, options)
{
    protected override async Task<IEnumerable<(string Of, Connection<CaseSummary> Page)>> ListAsync(
        string[] of, Slice slice, V1.CaseFilter? filter, CancellationToken ct)
    {
        var request = new V1.BatchListCasesRequest
        {
            MemberIds = { of },
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = filter,
        };
        return (await cases.BatchListCasesAsync(request, cancellationToken: ct)).Lists.Select(list => (
            list.Of, Connections.Of(slice, list.Cases, list.Cursors, list.NextPageToken, list.HasTotal ? list.Total : null, one => new CaseSummary(one))));
    }
}
