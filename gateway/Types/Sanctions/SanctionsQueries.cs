using GreenDonut.Data;
using HotChocolate.CostAnalysis.Types;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Types.Relay;
using Training.Sanctions.V1;

namespace Training.Gateway.Types;

[QueryType]
internal static partial class SanctionsQueries
{
    /// <summary>The sanction policy with its violation catalogue; without a version: the one in force.</summary>
    /// <param name="version">Which version.</param>
    public static Task<SanctionPolicy?> GetSanctionPolicyAsync(int? version, PolicyByVersion policies, CancellationToken ct) =>
        policies.LoadAsync(version ?? 0, ct);

    /// <summary>What putting this document in force would object to, without doing so.</summary>
    /// <param name="document">YAML, at most 256 KiB.</param>
    public static async Task<IReadOnlyList<Finding>?> GetSanctionPolicyFindingsAsync(
        string document, SanctionPolicies.SanctionPoliciesClient policies, CancellationToken ct) =>
        [.. (await policies.VerifyPolicyAsync(new VerifyPolicyRequest { Document = document }, cancellationToken: ct)).Findings.Select(finding => new Finding(finding))];

    /// <summary>A case. Reading it is recorded in the audit log.</summary>
    /// <param name="id">Its global id.</param>
    public static Task<Case?> GetCaseAsync([ID<Case>] string id, CaseById cases, CancellationToken ct) => cases.LoadAsync(id, ct);

    /// <summary>The cases, newest first.</summary>
    /// <param name="where">Only what meets all of this.</param>
    [UsePaging]
    public static async Task<Connection<CaseSummary>?> GetCasesAsync(CaseFilter? where, PagingArguments paging, Cases.CasesClient cases, CancellationToken ct)
    {
        var slice = Slice.Of(paging);
        var request = new ListCasesRequest
        {
            PageSize = slice.Size,
            PageToken = slice.Token,
            Backwards = slice.Backwards,
            WithTotal = slice.WithTotal,
            Filter = where?.ToMessage(),
        };
        var page = await cases.ListCasesAsync(request, cancellationToken: ct);
        return Connections.Of(slice, page.Cases, page.Cursors, page.NextPageToken, page.HasTotal ? page.Total : null, one => new CaseSummary(one));
    }

    /// <summary>Cases that were opened or moved on.</summary>
    /// <param name="where">Only what meets all of this.</param>
    /// <param name="changedSince">The changedUntil of an earlier answer; leave it out to begin at the beginning.</param>
    /// <param name="first">At most so many, up to 500.</param>
    [ListSize(AssumedSize = 50, SlicingArguments = ["first"], SizedFields = ["items"])]
    public static async Task<CaseChanges?> GetCaseChangesAsync(
        CaseFilter? where, Cases.CasesClient cases, CancellationToken ct, string changedSince = "", int first = ChangesSize.Usual)
    {
        var request = new ListCasesRequest { PageSize = ChangesSize.Check(first), ChangedSince = changedSince, Filter = where?.ToMessage() };
        var page = await cases.ListCasesAsync(request, cancellationToken: ct);
        return new CaseChanges([.. page.Cases.Select(one => new CaseSummary(one))], page.ChangedUntil, page.NextPageToken.Length > 0);
    }
}

/// <summary>Cases that were opened or moved on.</summary>
internal sealed class CaseChanges(IReadOnlyList<CaseSummary> items, string changedUntil, bool hasMore) : Changes<CaseSummary>(items, changedUntil, hasMore);
